import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { count } from '../../i18n/numbers'
import { useSpeaking } from '../../ui/speaking'
import { Table } from '../../ui/table'
import { Lacks, May, Whose } from '../gate/interviewer-parts'
import type { Shown } from './shown'

/** Everybody who holds interviews or did, with a link to what they have and how it went. */
export function InterviewerTable({ interviewers }: Pick<Shown, 'interviewers'>) {
  const { say, language } = useSpeaking()
  const { interviewers: w } = words
  const rows = interviewers.map((one) => ({
    key: one.code,
    cells: {
      code: <a href={link.interviewer(one.code)}>{one.code}</a>,
      account: <Whose {...one} />,
      role: say(one.student ? w.student : words.roles.interviewer),
      may: <May {...one} />,
      lacks: <Lacks {...one} />,
      interviews: count(language, one.interviews),
      planned: count(language, one.planned),
    },
  }))
  return (
    <Table
      caption={say(w.title)}
      hidden
      columns={[
        { key: 'code', label: say(w.code) },
        { key: 'account', label: say(w.account) },
        { key: 'role', label: say(w.role) },
        { key: 'may', label: say(w.may) },
        { key: 'lacks', label: say(w.lacks) },
        { key: 'interviews', label: say(w.interviews), number: true },
        { key: 'planned', label: say(w.planned), number: true },
      ]}
      parts={[{ key: 'all', rows }]}
    />
  )
}
