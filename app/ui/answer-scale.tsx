import { words } from '../i18n/catalogue'
import { Face, Thumb } from './faces'
import type { Option } from './field'
import { useSpeaking } from './speaking'

const PICTURES = { thumbs: Thumb, faces: Face } as const

/** What can be answered to one question: steps side by side, as many as there are, or a whole number that is typed in. */
export type Scale =
  | {
      readonly kind: 'steps'
      readonly options: readonly Option[]
      /** Drawn beside the words, from the first step to the last. */
      readonly pictures?: keyof typeof PICTURES
      /** Marks have no words: their number is all there is. */
      readonly bare?: boolean
    }
  | { readonly kind: 'number'; readonly min: number; readonly max: number }

/** What goes with a scale; all words are in the language of the talk. */
export type Asked = {
  /** The question, as it is read aloud. */
  readonly legend: string
  readonly name: string
  readonly scale: Scale
  readonly value?: string
  /** What is said when there is no answer; not offered when it is not given. */
  readonly noAnswer?: Option
  readonly mistake?: string
}

/**
 * One question and its answers, in large letters: radio buttons with their number, their picture and their words, of which
 * a screen reader says number and words, once. `data-key` is the key that chooses it (see `useTalkKeys`).
 */
export function AnswerScale({ legend, name, scale, value, noAnswer, mistake }: Asked) {
  return (
    <fieldset className="asked" aria-describedby={mistake && `${name}-mistake`}>
      <legend>{legend}</legend>
      {mistake && (
        <p className="mistake" id={`${name}-mistake`}>
          {mistake}
        </p>
      )}
      {scale.kind === 'steps' ? (
        <Steps name={name} scale={scale} {...(value !== undefined && { value })} />
      ) : (
        <Typed name={name} value={value === noAnswer?.value ? '' : value} amiss={mistake !== undefined} />
      )}
      {noAnswer && (
        <label className="step none">
          <input
            type={scale.kind === 'steps' ? 'radio' : 'checkbox'}
            name={name}
            value={noAnswer.value}
            defaultChecked={value === noAnswer.value}
            data-key="n"
          />
          <span>{noAnswer.label}</span>
        </label>
      )}
    </fieldset>
  )
}

/** A whole number that is typed in; the question above it says what of. */
function Typed({ name, value, amiss }: { name: string; value: string | undefined; amiss: boolean }) {
  const { say } = useSpeaking()
  return (
    <input
      className="input counted"
      name={name}
      aria-label={say(words.talk.typed)}
      inputMode="numeric"
      autoComplete="off"
      defaultValue={value}
      aria-invalid={amiss || undefined}
    />
  )
}

/** The key of the so manyeth step: its number; the tenth has 0, more have none. */
const keyOf = (place: number): string | undefined => (place < 10 ? `${place}` : place === 10 ? '0' : undefined)

function Steps({ name, scale, value }: { name: string; scale: Extract<Scale, { kind: 'steps' }>; value?: string }) {
  const { options, pictures, bare } = scale
  const Picture = pictures && PICTURES[pictures]
  const layout = bare ? 'scale bare' : pictures ? 'scale drawn' : 'scale'
  return (
    <div className={layout} data-steps={options.length}>
      {options.map((option, index) => (
        <label className="step" key={option.value}>
          <input
            type="radio"
            name={name}
            value={option.value}
            defaultChecked={option.value === value}
            data-key={keyOf(index + 1)}
          />
          {!bare && <span className="digit">{index + 1}</span>}
          {Picture && <Picture step={index + 1} of={options.length} />}
          <span className="said">{option.label}</span>
        </label>
      ))}
    </div>
  )
}
