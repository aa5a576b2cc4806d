/** Of fewer people than this nothing is told but how many they are: what few have in common says what one of them said. */
export const FEWEST = 10
