import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import type { Plain } from '../../i18n/speak'
import type { ConsentUse } from '../../protocol/study'
import { Notice } from '../../ui/notice'
import { useSpeaking } from '../../ui/speaking'
import type { Asked } from './asked'
import type { Offered } from './choosing'

type Props = {
  pseudonym: string
  asked: Asked
  stops: { readonly uses: readonly ConsentUse[]; readonly number: boolean }
  at: Offered & { readonly monthsNamed: number; readonly withdrawn: unknown }
}

/** What will happen, before it does; one button records it and one goes back with what was chosen. */
export function Confirming({ pseudonym, asked, stops, at }: Props) {
  const { say } = useSpeaking()
  const { withdraw: w } = words
  return (
    <form method="post" action={link.withdraw(pseudonym)} className="form panel">
      <input type="hidden" name="wish" value={asked.wish ?? ''} />
      {asked.scopes.map((scope) => (
        <input key={scope} type="hidden" name="scopes" value={scope} />
      ))}
      <div>
        <h2>{say(w.confirmTitle)}</h2>
        <p>{say(w.confirmAbout)}</p>
      </div>
      {asked.wish === 'some' ? <TakesBack asked={asked} stops={stops} at={at} /> : <Stops asked={asked} at={at} />}
      {asked.wish === 'erase' && <Notice tone="late" title={say(w.noWayBack)} />}
      <div className="row">
        <button type="submit" name="step" value="record" className="button">
          {say(w.record)}
        </button>
        <button type="submit" name="step" value="change" className="button quiet">
          {say(w.change)}
        </button>
      </div>
    </form>
  )
}

function Stops({ asked, at }: Pick<Props, 'asked' | 'at'>) {
  const { say } = useSpeaking()
  const { withdraw: w } = words
  const erase = asked.wish === 'erase'
  // of who has stopped already nothing else is left to stop
  const now = [...(at.withdrawn ? [] : [w.mailStops, w.contactStops]), ...(erase ? [w.answersGo, w.nameGoes] : [])]
  const stays = erase ? [w.countsStay, w.boxesStay, w.recognised, w.supervisorStays] : [w.answersStay]
  return (
    <>
      <Said title={say(w.now)} lines={now.map((one: Plain) => say(one))} />
      <Said
        title={say(w.stays)}
        lines={[
          ...stays.map((one: Plain) => say(one)),
          ...(erase ? [] : [say(w.nameStays, { months: at.monthsNamed })]),
          say(w.reportsStay),
        ]}
      />
    </>
  )
}

function TakesBack({ asked, stops, at }: Pick<Props, 'asked' | 'stops' | 'at'>) {
  const { say } = useSpeaking()
  const { withdraw: w } = words
  const taken = at.scopes.filter(({ scope }) => asked.scopes.includes(scope)).map(({ label }) => label)
  return (
    <>
      <Said title={say(w.taken)} lines={taken} />
      <Said
        title={say(w.stopUses)}
        lines={[...stops.uses.map((use) => say(words.usesStopped[use])), ...(stops.number ? [say(w.numberGoes)] : [])]}
      />
      <p>{say(w.restStays)}</p>
    </>
  )
}

function Said({ title, lines }: { title: string; lines: readonly string[] }) {
  return (
    <section>
      <h3>{title}</h3>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  )
}
