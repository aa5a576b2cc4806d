import { words } from '../../i18n/catalogue'
import { Choices, type Option } from '../../ui/field'
import { useSpeaking } from '../../ui/speaking'

const HOW = ['swap', 'reopen', 'void'] as const
type How = (typeof HOW)[number]

type Given = {
  readonly may: Readonly<Record<How, boolean>>
  readonly reasons: readonly Option[]
  readonly others: readonly { readonly id: string; readonly pseudonym: string; readonly completedOn: string }[]
  /** What was sent and not done: in which form, what was chosen, and what was wrong with which field. */
  readonly refused: Refused | undefined
}
type Refused = {
  readonly how: string
  readonly why: string
  readonly other: string
  readonly field: string
  readonly sentence: string
}

/** The three ways to mend a questionnaire that was filled in for the wrong client, each with what it will do. */
export function Mending({ may, reasons, others, refused }: Given) {
  const { say } = useSpeaking()
  const { questionnaires: w } = words
  const about = { swap: w.swapAbout, reopen: w.reopenAbout, void: w.voidAbout }
  const offered = HOW.filter((how) => may[how])
  if (offered.length === 0) return <p>{say(w.nothingToMend)}</p>
  return (
    <>
      <h2>{say(w.wrong)}</h2>
      {offered.map((how) => {
        const here = refused?.how === how ? refused : undefined
        const mistake = (name: string) => (here?.field === name ? { mistake: here.sentence } : {})
        return (
          <section key={how} className="panel stack">
            <h3>{say(w[how])}</h3>
            <p>{say(about[how])}</p>
            {how === 'swap' && others.length === 0 ? (
              <p className="soft">{say(w.noOther)}</p>
            ) : (
              <form method="post" className="form" noValidate>
                <input type="hidden" name="how" value={how} />
                {how === 'swap' && (
                  <Choices
                    name="with"
                    of={how}
                    label={say(w.with)}
                    options={others.map(({ id, pseudonym, completedOn }) => ({
                      value: id,
                      label: say(w.other, { pseudonym, on: completedOn }),
                    }))}
                    value={here?.other ?? ''}
                    {...mistake('with')}
                  />
                )}
                <Choices
                  name="why"
                  of={how}
                  label={say(w.why)}
                  options={reasons}
                  value={here?.why ?? ''}
                  {...mistake('why')}
                />
                <div className="row">
                  <button type="submit" className="button">
                    {say(w[how])}
                  </button>
                </div>
              </form>
            )}
          </section>
        )
      })}
    </>
  )
}
