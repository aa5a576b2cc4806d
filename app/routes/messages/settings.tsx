import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import type { Words } from '../../protocol/words'
import type { MailSetting } from '../../records/messages/setting'
import { Field } from '../../ui/field'
import { LongField } from '../../ui/long-field'
import { useSpeaking } from '../../ui/speaking'
import { at, type Filled } from '../gate/form-parts'

/** The form with what a study's messages bear: as it is kept, or as it was typed when that was refused. */
export function Settings({
  setting,
  title,
  mailFrom,
  filled,
}: {
  readonly setting: MailSetting
  readonly title: Words
  readonly mailFrom: string
  readonly filled: Filled | null
}) {
  const { say } = useSpeaking()
  const { messagesPage: w } = words
  const kept = {
    sender_name: setting.senderName ?? '',
    reply_to: setting.replyTo ?? '',
    signature_nl: setting.signature.nl ?? '',
    signature_en: setting.signature.en ?? '',
  }
  const now: Filled = filled ?? { typed: kept, mistakes: {} }
  return (
    <section className="stack" aria-labelledby="settings">
      <h2 id="settings">{say(w.settings)}</h2>
      <p className="soft">{say(w.settingsAbout)}</p>
      <form method="post" action={link.messages()} className="panel form read">
        <Field
          {...at(now, 'sender_name')}
          label={say(w.senderName)}
          hint={say(w.senderHint, { from: mailFrom })}
          autoComplete="off"
        />
        <Field {...at(now, 'reply_to')} label={say(w.replyTo)} hint={say(w.replyHint)} autoComplete="off" />
        <LongField
          {...at(now, 'signature_nl')}
          label={say(w.signatureNl)}
          hint={say(w.signatureHint, { title: title.nl })}
        />
        <LongField
          {...at(now, 'signature_en')}
          label={say(w.signatureEn)}
          hint={say(w.signatureHint, { title: title.en })}
        />
        <div>
          <button type="submit" className="button">
            {say(w.keep)}
          </button>
        </div>
      </form>
    </section>
  )
}
