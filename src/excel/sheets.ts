/** A sheet as Excel knows it: the id survives renaming and moving. */
export interface SheetName {
  readonly id: string;
  readonly name: string;
}

/** The sheets there are now, in the order of the tabs; one round trip. */
export async function listSheets(context: Excel.RequestContext): Promise<SheetName[]> {
  const { worksheets } = context.workbook;
  worksheets.load('items/id,items/name');
  await context.sync();
  return worksheets.items.map(({ id, name }) => ({ id, name }));
}
