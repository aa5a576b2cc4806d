import { useSpeaking } from '../../ui/speaking'
import type { Whom } from './inquiries'
import type { Draft } from './page-shown'

/** Whom a questionnaire is about. */
export type AboutGiven = Parameters<typeof Whom>[0]['about']

/** Of which draft a page is the next part. */
export function DraftFields({ draft }: { draft: Draft }) {
  return (
    <>
      <input type="hidden" name="draft" value={draft.id} />
      <input type="hidden" name="base" value={draft.base} />
    </>
  )
}

/** The other language, as a button of the form itself: what was filled in goes along. */
export function LanguageChoice() {
  const { language } = useSpeaking()
  const other =
    language === 'nl' ? ({ code: 'en', name: 'English' } as const) : ({ code: 'nl', name: 'Nederlands' } as const)
  return (
    <div className="row">
      <button type="submit" name="language" value={other.code} lang={other.code} className="button small">
        {other.name}
      </button>
    </div>
  )
}
