/** Why something was not done: a code of the catalogue and what the sentence needs. Worded in i18n, never here. */
export type Refusal = { readonly code: string; readonly field?: string } & {
  readonly [detail: string]: string | number | boolean | readonly string[] | undefined
}

/** A value, or the reason why there is none. Anything else that goes wrong throws. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal }

export const done = <T>(value: T): Result<T> => ({ ok: true, value })
export const refuse = (code: string, details: Omit<Refusal, 'code'> = {}): Result<never> => ({
  ok: false,
  refusal: { code, ...details } as Refusal,
})
