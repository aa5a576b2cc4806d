/** Where a screened case stands: approached, or left at a step for a reason, or waiting for somebody to find out. */
export type Screened =
  | { readonly stands: 'approached'; readonly dyadId: string }
  | { readonly stands: 'left'; readonly step: string; readonly reason: string }
  | { readonly stands: 'waiting'; readonly unknown: readonly string[] }
