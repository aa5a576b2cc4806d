/** A field of a form as text, trimmed; empty when it was not sent, cut when it is longer than any answer of ours. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value.trim().slice(0, 2_000) : ''
}

/** A whole number as typed; null when nothing was typed, undefined when it is no number. */
export function numberOf(form: FormData, name: string): number | null | undefined {
  const text = textOf(form, name)
  if (text === '') return null
  return /^\d{1,4}$/.test(text) ? Number(text) : undefined
}
