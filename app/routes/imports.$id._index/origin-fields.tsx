import { words } from '../../i18n/catalogue'
import { Field } from '../../ui/field'
import { useSpeaking } from '../../ui/speaking'
import { at, type Filled } from '../gate/form-parts'
import type { FileTold } from './mapping-told'

/** Who delivered the file, on which basis, how far it knows and when what it told goes. */
export function OriginFields({ file, mistakes }: { file: FileTold; mistakes: Filled['mistakes'] }) {
  const { say } = useSpeaking()
  const { origin: w, importing } = words
  if (!file.origin) return null
  const filled = { typed: file.origin.typed, mistakes }
  const newest = file.newest && say(importing.newest, { day: file.newest })
  const hint = [say(w.knownToHint), file.whole && newest].filter(Boolean).join(' ')
  return (
    <section className="panel form">
      <h2>{say(w.title)}</h2>
      <Field {...at(filled, 'source')} label={say(w.source)} hint={say(w.sourceHint)} offers={file.origin.sources} />
      <Field {...at(filled, 'legal_basis')} label={say(w.legalBasis)} hint={say(w.legalBasisHint)} />
      <Field {...at(filled, 'known_to')} label={say(w.knownTo)} hint={hint} type="date" short />
      <Field {...at(filled, 'delete_by')} label={say(w.deleteBy)} hint={say(w.deleteByHint)} type="date" short />
    </section>
  )
}
