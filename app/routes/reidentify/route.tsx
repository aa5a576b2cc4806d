import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { refusalSentence } from '../../i18n/refusal'
import { type Say, speak } from '../../i18n/speak'
import { reidentify } from '../../identity/reidentify'
import { whoseIs } from '../../records/whose'
import { Heading } from '../../ui/heading'
import { LongField } from '../../ui/long-field'
import { Notice } from '../../ui/notice'
import { PseudonymField } from '../../ui/pseudonym-field'
import { useSpeaking } from '../../ui/speaking'
import { type Entrance, enter } from '../gate/enter'
import { formOf, freeTextOf, textOf } from '../gate/form'
import { forAMinute } from '../gate/minute'
import { pseudonymOf } from '../gate/pseudonym'
import { languageOf } from '../gate/visitor'
import { Found } from './found'

export const meta: MetaFunction = () => [{ title: 'Koppel' }]
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders

export async function loader(call: LoaderFunctionArgs) {
  await enter('/reidentify', call)
  // not null: the framework cannot give that as data
  return {}
}

/** Shows one person, in the answer to a form only: no address leads to a name. A refusal keeps what was typed. */
export async function action(call: ActionFunctionArgs) {
  const entrance = await enter('/reidentify', call)
  const form = await formOf(call.request)
  const typed = { pseudonym: textOf(form, 'pseudonym'), purpose: freeTextOf(form, 'purpose') }
  const say = speak(await languageOf(call.request, call.context))
  const found = await find(call, entrance, say, typed)
  if ('mistakes' in found) return data({ found: null, typed, mistakes: found.mistakes }, { status: found.status })
  return data({ found, typed: null, mistakes: null }, { headers: forAMinute(link.reidentifyOver()) })
}

type Typed = { readonly pseudonym: string; readonly purpose: string }
type Mistakes = Readonly<Record<string, string>>
const refused = (mistakes: Mistakes, status = 400) => ({ mistakes, status })

/** The study's half, which person is meant, and then the vault's. */
async function find({ context }: ActionFunctionArgs, { study, occasion }: Entrance, say: Say, typed: Typed) {
  const read = pseudonymOf(say, typed.pseudonym)
  if (!read.ok) return refused({ pseudonym: read.sentence })
  const pseudonym = read.value
  const whose = await whoseIs(context.databases.study, study, pseudonym)
  if (!whose) return refused({ pseudonym: say(words.reidentify.unknown) })
  const { person, id } = whose
  const shown = await reidentify(context.vault, occasion, { person, id, pseudonym, purpose: typed.purpose })
  if (shown.ok) return { pseudonym, ...shown.value }
  const { field = '', code } = shown.refusal
  return refused({ [`${field}`]: refusalSentence(say, shown.refusal) }, code === 'too_many_looks' ? 429 : 400)
}

export default function Reidentify() {
  const outcome = useActionData<typeof action>()
  const { say } = useSpeaking()
  const { reidentify: w } = words
  if (outcome?.found) return <Found found={outcome.found} />
  const { pseudonym, purpose, '': all } = outcome?.mistakes ?? {}
  return (
    <div className="read stack">
      <Heading title={say(w.title)} about={say(w.about)} />
      {outcome && (
        <Notice tone="late" title={say(w.wrong)} urgent>
          {all ?? say(words.answer.wrongAbout)}
        </Notice>
      )}
      <form method="post" action={link.reidentify()} className="form panel" autoComplete="off">
        <PseudonymField
          name="pseudonym"
          label={say(words.pseudonyms.field)}
          hint={say(w.pseudonymHint)}
          value={outcome?.typed?.pseudonym ?? ''}
          {...(pseudonym && { mistake: pseudonym })}
        />
        <LongField
          name="purpose"
          label={say(w.purpose)}
          hint={say(w.purposeHint)}
          value={outcome?.typed?.purpose ?? ''}
          {...(purpose && { mistake: purpose })}
        />
        <div className="row">
          <button type="submit" className="button">
            {say(w.show)}
          </button>
        </div>
      </form>
    </div>
  )
}
