import { useState } from 'react'
import { words } from '../../i18n/catalogue'
import { Notice } from '../../ui/notice'
import { useSpeaking } from '../../ui/speaking'
import { Closing } from './closing'
import { deviceNow, type Open } from './device'
import type { Arrived } from './post'
import { Question } from './question'
import { Sending } from './sending'
import { back, type Ending, ended, forth, type Talk } from './talk'

/** A talk that lies open: its questions, its last page, its way to the server. Every step is written down before it shows. */
export function Conversation(props: { open: Open; onLock: () => void; onArrived: (state: Arrived) => void }) {
  const { open, onLock, onArrived } = props
  const { say } = useSpeaking()
  const [talk, setTalk] = useState(open.talk)
  const [failed, setFailed] = useState(false)
  const [openQuestion, setOpenQuestion] = useState(false)

  /** Writes it down, and shows it then. True when it lies there. */
  async function to(next: Talk): Promise<boolean> {
    const written = await open.write(next).then(
      () => true,
      () => false,
    )
    setFailed(!written)
    if (written) setTalk(next)
    return written
  }
  const end = (ending: Ending) => {
    const over = ended(talk, ending, deviceNow())
    setOpenQuestion('open' in over)
    return to('open' in over ? { ...talk, at: over.open } : over.talk)
  }
  const lock = async (next: Talk) => {
    if (await to(next)) onLock()
  }

  return (
    <div className="stack">
      {failed && <Notice tone="late" title={say(words.device.notKept)} urgent />}
      {talk.parcel ? (
        <Sending talk={talk} parcel={talk.parcel} onChange={to} onLock={onLock} onArrived={onArrived} />
      ) : talk.at === null ? (
        <Closing talk={talk} onEnd={end} onGo={(at) => to(at === null ? back(talk) : { ...talk, at })} />
      ) : (
        <Question
          key={talk.at}
          talk={talk}
          at={talk.at}
          mustAnswer={openQuestion}
          onNext={(next) => to(forth(next))}
          onBack={(next) => to(back(next))}
          onPause={lock}
          onStay={to}
          onEnd={(next) => to({ ...next, at: null })}
        />
      )}
    </div>
  )
}
