import type { LoaderFunctionArgs } from '@remix-run/node'
import type { ShownForm } from '../../identity/forms/shown'
import { visitTo } from '../../records/visit'
import type { ConsentPage } from './consent-case'

/**
 * Whether the name of this client is needed today (§6): a talk with them is to be held, or a form of theirs waits. Takes
 * the forms newest first.
 */
export const nameNeeded = async (
  { context }: LoaderFunctionArgs,
  { occasion, found }: ConsentPage,
  forms: readonly ShownForm[],
): Promise<boolean> => formWaits(forms) || (await visitTo(context.databases.study, occasion, found.pseudonym)) !== null

/** The form that a copy would be made of, when one may be made: while the name is needed, or of a form of today. */
export async function formToCopy(
  call: LoaderFunctionArgs,
  page: ConsentPage,
  forms: readonly ShownForm[],
): Promise<ShownForm | null> {
  const newest = forms.find(({ endedMonth }) => endedMonth === null)
  return newest && (newest.signedToday || (await nameNeeded(call, page, forms))) ? newest : null
}

/** Whether a paper form waits for its scan or its check, or was refused and nothing is signed instead. */
function formWaits(forms: readonly ShownForm[]): boolean {
  const open = forms.filter(({ endedMonth }) => endedMonth === null)
  return open.length > 0
    ? open.some(({ state }) => state === 'scan' || state === 'check')
    : forms[0]?.state === 'refused'
}
