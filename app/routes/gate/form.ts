/** The form that a request brings. Throws 400 when what was sent is no form, or only half of one. */
export async function formOf(request: Request): Promise<FormData> {
  try {
    return await request.formData()
  } catch {
    throw new Response(null, { status: 400, statusText: 'Bad Request' })
  }
}

// PostgreSQL keeps no such character, and nobody types it
const NUL = '\0'

// a code, a day or a number is shorter; what people write in their own words is `freeTextOf`
const LONGEST = 2_000

/** A field of a form as text, trimmed; empty when it was not sent, cut when it is longer than any answer of ours. */
export const textOf = (form: FormData, name: string): string => freeTextOf(form, name).slice(0, LONGEST)

/** What somebody wrote, trimmed and whole: what keeps it refuses what is too long. A new line is one character, as browsers count. */
export function freeTextOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value.replaceAll(NUL, '').replaceAll('\r\n', '\n').trim() : ''
}

/** A whole number as typed; null when nothing was typed, undefined when it is no number. */
export function numberOf(form: FormData, name: string): number | null | undefined {
  const text = textOf(form, name)
  if (text === '') return null
  return /^\d{1,4}$/.test(text) ? Number(text) : undefined
}
