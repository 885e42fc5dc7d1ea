import type { PackedReport } from './model';

/** Some 10 KB each: a folder that comes again after corrections holds no more files. */
const KEPT = 1_024;

/** Reports of the files that a thread audited last, by what they were audited from: copies, and files that come again unchanged, are not audited again. */
export class RecentReports {
  private readonly reports = new Map<string, PackedReport>();

  get(key: string): PackedReport | null {
    return this.reports.get(key) ?? null;
  }

  /** Keeps a copy: the report itself is handed over. */
  keep(key: string, report: PackedReport): void {
    this.reports.set(key, report.slice());
    if (this.reports.size <= KEPT) return;
    for (const oldest of this.reports.keys()) {
      this.reports.delete(oldest);
      return;
    }
  }
}
