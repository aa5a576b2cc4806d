/** Two to four talks at the interview, counting the one just held; so at most three at the approach (protocol §3). */
export const contacts = { min: 2, max: 4, maxAtApproach: 3 } as const
