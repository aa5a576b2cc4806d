import { words } from '../../i18n/catalogue'
import type { Plain } from '../../i18n/speak'
import type { ShownKind } from './shown'

/** What a message is called. */
export const nameOf = (kind: ShownKind): Plain =>
  ({ ...words.messageKinds, ...words.staffMessages, next: words.messagesPage.next })[kind]
