/**
 * A whole number as somebody types it in answer to a question, on a screen or from paper; undefined when it is none. A code that
 * came from a file can be below zero. Whether it is an answer to that question is for the question to say (`isAnswer`).
 */
export const typedNumber = (text: string): number | undefined =>
  /^[-−]?\d{1,5}$/.test(text) ? Number(text.replace('−', '-')) : undefined
