export function officeSource(choice?: string): { script: string; origin: string | null };
export function contentPolicy(office: { origin: string | null } | null): string;
