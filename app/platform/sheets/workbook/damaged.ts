/** A part of a workbook cannot be read: cut off, not what its zip says, no XML, or larger than we read. It quotes nothing. */
export class Damaged extends Error {
  constructor(readonly code: 'workbook_damaged' | 'xlsx_unfolds_too_far' = 'workbook_damaged') {
    super(code)
  }
}
