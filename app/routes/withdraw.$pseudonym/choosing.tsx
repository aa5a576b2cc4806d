import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { Choices } from '../../ui/field'
import { useSpeaking } from '../../ui/speaking'
import { Ticks } from '../../ui/ticks'
import { type Asked, WISHES } from './asked'

/** What the page knows of the scopes. */
export type Offered = {
  readonly offered: readonly string[]
  readonly scopes: readonly { readonly scope: string; readonly label: string }[]
}

/** What the client wants: all at once in sight, so that it can be read aloud and works without JavaScript. */
export function Choosing(props: { pseudonym: string; asked: Asked; lacks: 'wish' | 'scopes' | null; at: Offered }) {
  const { pseudonym, asked, lacks, at } = props
  const { say } = useSpeaking()
  const { withdraw: w } = words
  const offered = at.scopes.filter(({ scope }) => at.offered.includes(scope))
  return (
    <form method="post" action={link.withdraw(pseudonym)} className="form panel">
      <Choices
        name="wish"
        label={say(w.what)}
        hint={say(w.whatHint)}
        {...(asked.wish && { value: asked.wish })}
        {...(lacks === 'wish' && { mistake: say(w.chooseOne) })}
        options={WISHES.filter((wish) => wish !== 'some' || offered.length > 0).map((value) => ({
          value,
          label: say(w[value]),
        }))}
      />
      {offered.length > 0 && (
        <Ticks
          name="scopes"
          label={say(w.which)}
          hint={say(w.whichHint)}
          values={asked.scopes}
          {...(lacks === 'scopes' && { mistake: say(w.chooseScopes) })}
          options={offered.map(({ scope, label }) => ({ value: scope, label }))}
        />
      )}
      <button type="submit" name="step" value="choose" className="button">
        {say(w.next)}
      </button>
    </form>
  )
}
