/** The languages of the screen. */
export const LANGUAGES = ['nl', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** A language as somebody sent it; undefined when it is none of ours. */
export function readLanguage(text: string | null | undefined): Language | undefined {
  return LANGUAGES.find((language) => language === text)
}

/** The first language of ours that the browser asks for, best first; Dutch when it names none. */
export function preferredLanguage(acceptLanguage: string | null): Language {
  const wishes = (acceptLanguage ?? '')
    .slice(0, 200)
    .split(',')
    .map((wish) => {
      const [tag = '', quality = 'q=1'] = wish.trim().split(';')
      return { language: readLanguage(tag.slice(0, 2).toLowerCase()), quality: Number(quality.replace('q=', '')) || 0 }
    })
  return wishes.filter((wish) => wish.language).sort((a, b) => b.quality - a.quality)[0]?.language ?? 'nl'
}
