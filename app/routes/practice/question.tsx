import { words } from '../../i18n/catalogue'
import { INVENTED, type InventedName } from '../../protocol/practice'
import { Notice } from '../../ui/notice'
import { Paused } from '../../ui/paused'
import { useSpeaking } from '../../ui/speaking'
import { TalkQuestion, type TalkQuestionShown } from '../../ui/talk-question'

/** Says that this is no interview. */
function Mark({ client }: { client?: InventedName }) {
  const { say, language } = useSpeaking()
  const { practice: w } = words
  return (
    <Notice tone="soon" title={say(w.mark)}>
      {client && `${INVENTED[client].name[language]}. `}
      {say(w.markAbout)}
    </Notice>
  )
}

/** A question of a practice: the page of a real interview, with the mark above it. */
export function PracticeQuestion(props: { shown: TalkQuestionShown; run: string; client: InventedName; at: string }) {
  const { shown, run, client, at } = props
  const { say } = useSpeaking()
  return (
    <div className="stack">
      <Mark client={client} />
      <TalkQuestion key={`${at} ${shown.language}`} shown={shown} hidden={{ run }}>
        <p>
          <button type="submit" name="go" value="end" className="button quiet">
            {say(words.practice.stop)}
          </button>
        </p>
      </TalkQuestion>
    </div>
  )
}

export function PracticePaused({ run }: { run: string }) {
  const { say } = useSpeaking()
  return (
    <div className="stack">
      <Mark />
      <Paused>
        <form method="post">
          <input type="hidden" name="run" value={run} />
          <button type="submit" name="go" value="on" className="button large">
            {say(words.talk.goOn)}
          </button>
        </form>
      </Paused>
    </div>
  )
}
