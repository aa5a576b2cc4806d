import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { Field } from '../../ui/field'
import { useSpeaking } from '../../ui/speaking'
import { at, type Filled } from '../gate/form-parts'
import type { Shown } from './shown'

/** The form that sets how many interviews a location is to reach in a month. */
export function Targets({ places, filled }: Pick<Shown, 'places'> & { filled: Filled }) {
  const { say } = useSpeaking()
  const { sites: w } = words
  return (
    <section className="stack" aria-labelledby="targets">
      <h2 id="targets">{say(w.targets)}</h2>
      <p className="soft">
        {say(w.targetsAbout)} <a href={link.rates()}>{say(words.rates.title)}</a>
      </p>
      <form method="post" action={link.sites()} className="panel form read">
        <h3>{say(w.setTarget)}</h3>
        <input type="hidden" name="form" value="target" />
        <Field
          {...at(filled, 'target_location')}
          label={say(w.place)}
          offers={places.map(({ location }) => location)}
        />
        <Field {...at(filled, 'month')} label={say(w.month)} hint={say(w.monthHint)} short autoComplete="off" />
        <Field {...at(filled, 'target')} label={say(w.target)} inputMode="numeric" short autoComplete="off" />
        <div>
          <button type="submit" className="button">
            {say(w.setTarget)}
          </button>
        </div>
      </form>
    </section>
  )
}
