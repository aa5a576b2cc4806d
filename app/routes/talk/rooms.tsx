import { useEffect, useState } from 'react'
import type { Language } from '../../i18n/language'
import { readPseudonym } from '../../protocol/pseudonym'
import { Arrival } from './arrival'
import { Conversation } from './conversation'
import type { Open } from './device'
import { Drafts } from './drafts'
import { NewPin } from './new-pin'
import type { Arrived } from './post'
import { Unlock } from './unlock'

/** Where somebody is on this page. None of it is in the address: Back leads out, and nothing of a talk stands in the history. */
type Room =
  | { readonly at: 'list' }
  | { readonly at: 'new'; readonly pseudonym: string }
  | { readonly at: 'locked'; readonly id: string }
  | { readonly at: 'open'; readonly open: Open }
  | { readonly at: 'arrived'; readonly state: Arrived }

/** The talk that the page before asked to take along (`/talk#K7M-…`), read once; the address is clean afterwards. */
function askedFor(): Room {
  const read = readPseudonym(decodeURIComponent(location.hash.slice(1)))
  if (location.hash) history.replaceState(history.state, '', location.pathname)
  return read.ok ? { at: 'new', pseudonym: read.value } : { at: 'list' }
}

export function Rooms({ onLanguage }: { onLanguage: (language: Language) => void }) {
  const [room, setRoom] = useState<Room | null>(null)
  useEffect(() => setRoom((before) => before ?? askedFor()), [])
  const toList = () => setRoom({ at: 'list' })
  const open = (open: Open) => setRoom({ at: 'open', open })
  if (!room) return null
  switch (room.at) {
    case 'list':
      return <Drafts onOpen={(id) => setRoom({ at: 'locked', id })} onLanguage={onLanguage} />
    case 'new':
      return <NewPin pseudonym={room.pseudonym} onOpen={open} onList={toList} />
    case 'locked':
      return <Unlock id={room.id} onOpen={open} onList={toList} />
    case 'open':
      return (
        <Conversation
          open={room.open}
          onLock={() => {
            room.open.shut()
            setRoom({ at: 'locked', id: room.open.talk.draftId })
          }}
          onArrived={(state) => {
            room.open.shut()
            setRoom({ at: 'arrived', state })
          }}
        />
      )
    case 'arrived':
      return <Arrival state={room.state} onList={toList} />
  }
}
