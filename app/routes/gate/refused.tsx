import { words } from '../../i18n/catalogue'
import { Notice } from '../../ui/notice'
import { useSpeaking } from '../../ui/speaking'
import type { Filled } from './form-parts'

/** A field of a page by its name: the words that stand at it, and `of` where the page has several of that name. */
type Named = Readonly<Record<string, string | { readonly label: string; readonly of: string }>>
type Props = {
  readonly refused: { readonly sentence: string; readonly filled: Filled }
  readonly fields: Named
}

/**
 * Says above a page what was refused, and of which field: "this is needed" alone leaves whoever hears it read out to look for
 * the field. The link leads to what stands at it (WCAG 2.2, 3.3.1).
 */
export function Refused({ refused: { sentence, filled }, fields }: Props) {
  const { say } = useSpeaking()
  const name = Object.keys(filled.mistakes).find((one) => fields[one] !== undefined)
  const field = name === undefined ? undefined : fields[name]
  if (name === undefined || field === undefined) return <Notice tone="late" title={sentence} urgent />
  const { label, of } = typeof field === 'string' ? { label: field, of: undefined } : field
  return (
    <Notice tone="late" title={`${label}: ${sentence}`} urgent>
      <p>
        <a href={`#${of ? `${name}-${of}` : name}-mistake`}>{say(words.shell.toField)}</a>
      </p>
    </Notice>
  )
}
