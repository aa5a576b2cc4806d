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

/** A field of a form as text, trimmed; empty when it was not sent, cut when it is longer than any answer of ours. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value.replaceAll(NUL, '').trim().slice(0, 2_000) : ''
}

/** A whole number as typed; null when nothing was typed, undefined when it is no number. */
export function numberOf(form: FormData, name: string): number | null | undefined {
  const text = textOf(form, name)
  if (text === '') return null
  return /^\d{1,4}$/.test(text) ? Number(text) : undefined
}
