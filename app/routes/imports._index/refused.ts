import type { Language } from '../../i18n/language'
import { refusalSentence } from '../../i18n/refusal'
import { speak } from '../../i18n/speak'
import { MOST_COLUMNS } from '../../platform/sheets/table'
import { LARGEST_WORKBOOK_MB } from '../../platform/sheets/workbook/zip'
import { LARGEST_STREAMED_MB } from '../gate/streamed'

/** What the sentences of some codes need: an import keeps its code only. */
const MOST: Readonly<Record<string, number>> = {
  file_too_large: LARGEST_STREAMED_MB,
  xlsx_too_large: LARGEST_WORKBOOK_MB,
  too_many_columns: MOST_COLUMNS,
}

/** The sentence for a file that was refused. */
export const fileSentence = (language: Language, refusal: { readonly code: string }): string =>
  refusalSentence(speak(language), { ...(MOST[refusal.code] && { max: MOST[refusal.code] }), ...refusal })
