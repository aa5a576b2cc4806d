const two = (part: number) => String(part).padStart(2, '0')

/** A time in minutes since midnight, the same in every language: 09:05. Midnight at the end of a day is 24:00. */
export const clockTime = (minute: number): string => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`
