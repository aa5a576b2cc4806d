import { words } from '../../i18n/catalogue'
import type { Words } from '../../protocol/words'
import { useSpeaking } from '../../ui/speaking'

type Named = { name: string; cautions: Readonly<Record<string, Words>> }

/** A scale by name, never without what must be said wherever its scores show (protocol §7.1). */
export function ScaleName({ name, cautions }: Named) {
  const { say, language } = useSpeaking()
  const { scaleNames } = words
  const caution = cautions[name]
  return (
    <>
      {Object.hasOwn(scaleNames, name) ? say(scaleNames[name as keyof typeof scaleNames]) : name}
      {caution && <span className="caution">{caution[language]}</span>}
    </>
  )
}
