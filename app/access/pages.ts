import type { Verb } from './table'

/** Who may call: anyone, a person with an account, or whoever the table lets do this. `link` is a personal link. */
type Gate = 'anyone' | 'link' | 'account' | Verb
type Page = { readonly GET?: Gate; readonly POST?: Gate; readonly demo?: true; readonly takesFile?: true }

/** Every address of the system and who may call it with which method; an address that is not here does not exist. */
export const PAGES = {
  '/': { GET: 'anyone' },
  '/sign-in': { GET: 'anyone', POST: 'anyone' },
  '/sign-out': { POST: 'account' },
  '/today': { GET: 'see_work' },
  '/flow': { GET: 'see_flow' },
  '/flow/svg': { GET: 'see_flow' },
  '/flow/csv': { GET: 'see_flow' },
  '/flow/cases': { GET: 'see_intake' },
  '/intake': { GET: 'see_intake', POST: 'run_intake' },
  '/cases/:id': { GET: 'see_intake', POST: 'run_intake' },
  '/cases/:id/inquiry': { GET: 'run_inquiries', POST: 'run_inquiries' },
  '/supervisors': { GET: 'run_inquiries' },
  '/supervisors/:pseudonym': { GET: 'run_inquiries', POST: 'run_inquiries' },
  '/dyads': { GET: 'see_dyads' },
  '/dyads/:pseudonym': { GET: 'see_dyads', POST: 'keep_questionnaires' },
  '/visit/:pseudonym': { GET: 'see_visits' },
  '/calendar': { GET: 'plan_interviews' },
  '/calendar/:pseudonym': { GET: 'plan_interviews', POST: 'plan_interviews' },
  '/rooms': { GET: 'keep_rooms', POST: 'keep_rooms' },
  '/availability': { GET: 'plan_interviews', POST: 'plan_interviews' },
  '/feed/:token': { GET: 'link' },
  '/reidentify': { GET: 'reidentify', POST: 'reidentify' },
  '/reidentify/over': { GET: 'reidentify' },
  '/consent/:pseudonym': { GET: 'take_consent' },
  '/consent/:pseudonym/letter': { GET: 'take_consent', POST: 'take_consent' },
  '/consent/:pseudonym/letter/pdf': { GET: 'take_consent' },
  '/consent/:pseudonym/sign': { GET: 'take_consent', POST: 'take_consent' },
  '/consent/:pseudonym/paper': { GET: 'take_consent', POST: 'take_consent', takesFile: true },
  '/consent/:pseudonym/paper/pdf': { GET: 'take_consent' },
  '/consent/:pseudonym/copy': { GET: 'take_consent' },
  '/consents': { GET: 'check_consent' },
  '/consents/:id': { GET: 'check_consent', POST: 'check_consent' },
  '/consents/:id/scan': { GET: 'check_consent' },
  '/questionnaires/:id': { GET: 'keep_questionnaires', POST: 'keep_questionnaires' },
  '/withdraw/:pseudonym': { GET: 'withdraw_client', POST: 'withdraw_client' },
  '/labels': { GET: 'make_labels', POST: 'make_labels' },
  '/reconciliation': { GET: 'see_reconciliation', POST: 'sign_statements' },
  '/reconciliation/:month': { GET: 'see_reconciliation', POST: 'sign_statements' },
  '/reconciliation/:month/csv': { GET: 'see_reconciliation' },
  '/privacy': { GET: 'see_record' },
  '/privacy/person': { GET: 'see_trail' },
  '/privacy/looked-up': { GET: 'see_trail' },
  '/privacy/looked-up/csv': { GET: 'see_trail' },
  '/privacy/audit': { GET: 'see_trail' },
  '/privacy/audit/csv': { GET: 'see_trail' },
  '/privacy/breaches': { GET: 'keep_breaches' },
  '/privacy/breaches/new': { GET: 'keep_breaches', POST: 'keep_breaches' },
  '/privacy/breaches/:id': { GET: 'keep_breaches', POST: 'keep_breaches' },
  '/rates': { GET: 'see_rates' },
  '/rates/csv': { GET: 'see_rates' },
  '/scores': { GET: 'see_scores' },
  '/report': { GET: 'see_report' },
  '/follow-up': { GET: 'see_follow_up' },
  '/follow-up/csv': { GET: 'see_follow_up' },
  '/follow-up/:pseudonym': { GET: 'keep_follow_up', POST: 'keep_follow_up' },
  '/releases': { GET: 'see_releases', POST: 'request_releases' },
  '/releases/:number': { GET: 'see_releases', POST: 'approve_releases' },
  '/releases/:number/file': { GET: 'see_releases' },
  '/releases/:number/zip': { GET: 'see_releases' },
  '/sites': { GET: 'keep_sites', POST: 'keep_sites' },
  '/instruments': { GET: 'keep_instruments', POST: 'keep_instruments', takesFile: true },
  '/instruments/:pin': { GET: 'keep_instruments' },
  '/instruments/:pin/csv': { GET: 'keep_instruments' },
  '/deviations': { GET: 'see_deviations', POST: 'keep_deviations' },
  '/deviations/:id': { GET: 'see_deviations', POST: 'keep_deviations' },
  '/interviewers': { GET: 'keep_interviewers', POST: 'keep_interviewers' },
  '/interviewers/:code': { GET: 'keep_interviewers', POST: 'keep_interviewers' },
  '/vouchers': { GET: 'keep_interviewers', POST: 'keep_interviewers' },
  '/incidents': { GET: 'keep_incidents', POST: 'keep_incidents' },
  '/paper': { GET: 'see_papers', POST: 'see_papers' },
  '/paper/:id': { GET: 'enter_answers', POST: 'enter_answers' },
  '/queries': { GET: 'see_queries' },
  '/queries/:id': { GET: 'see_queries', POST: 'see_queries' },
  '/do-not-ask': { GET: 'keep_do_not_ask', POST: 'keep_do_not_ask' },
  '/messages': { GET: 'keep_messages', POST: 'keep_messages' },
  '/jobs': { GET: 'keep_jobs', POST: 'keep_jobs' },
  '/retention': { GET: 'see_retention' },
  '/imports': { GET: 'import_files' },
  '/imports/file': { POST: 'import_files', takesFile: true },
  '/imports/:id': { GET: 'import_files', POST: 'import_files' },
  '/imports/:id/refused': { GET: 'import_files' },
  '/access/:pseudonym': { GET: 'export_access' },
  '/access/:pseudonym/file': { POST: 'export_access' },
  '/mailbox': { GET: 'see_demo_mail', demo: true },
  '/mailbox/:id': { GET: 'see_demo_mail', demo: true },
  '/clock': { POST: 'move_demo_clock', demo: true },
  '/study': { POST: 'account' },
  '/language': { POST: 'anyone' },
  '/theme': { POST: 'anyone' },
  '/talk': { GET: 'anyone' },
  '/talk/sync': { POST: 'hold_interviews' },
  '/interview/:pseudonym': { GET: 'hold_interviews', POST: 'hold_interviews' },
  '/interview/:pseudonym/ask': { GET: 'hold_interviews', POST: 'hold_interviews' },
  '/interview/:pseudonym/end': { GET: 'hold_interviews', POST: 'hold_interviews' },
  '/interview/:pseudonym/incident': { GET: 'hold_interviews', POST: 'hold_interviews' },
  '/interview/:pseudonym/sheet': { GET: 'hold_interviews' },
  '/practice': { GET: 'hold_interviews', POST: 'hold_interviews' },
  '/conflicts': { GET: 'enter_answers' },
  '/conflicts/:id': { GET: 'enter_answers', POST: 'enter_answers' },
  '/components': { GET: 'anyone' },
  '/answer/:token': { GET: 'link', POST: 'link' },
  '/answer/:token/rights': { GET: 'link', POST: 'link' },
  '/answer/:token/rights/answers': { GET: 'link' },
} satisfies Record<string, Page>

export type Address = keyof typeof PAGES

/** The gate of an address for a method; undefined when it does not answer that method. */
export function gateOf(address: Address, method: string): Gate | undefined {
  const page: Page = PAGES[address]
  return method === 'GET' || method === 'HEAD' ? page.GET : method === 'POST' ? page.POST : undefined
}

/** Whether an address exists only in the demo. */
export function demoOnly(address: Address): boolean {
  const page: Page = PAGES[address]
  return page.demo === true
}

/** Whether the form that is sent to a path may bring a file, and so be large. */
export function takesFile(path: string, pages: Record<string, Page> = PAGES): boolean {
  const sent = path.split('/')
  return Object.entries(pages).some(([address, page]) => {
    const segments = page.takesFile ? address.split('/') : []
    return segments.length === sent.length && segments.every((part, at) => part.startsWith(':') || part === sent[at])
  })
}

/** Of which day and which part of the study the flow is shown. */
type FlowQuery = { readonly on?: string; readonly region?: string; readonly location?: string }

/** Which list of intake, which part of it, and after which place. */
type IntakeQuery = {
  readonly queue?: string
  readonly region?: string
  readonly location?: string
  readonly organisation?: string
  readonly supervisor?: string
  readonly after?: string
}

/** Which part of what is to be done: how it stands, where, of which day or in which week, and after which place. */
type WorkQuery = {
  readonly state?: string | undefined
  readonly location?: string | undefined
  readonly day?: string | undefined
  readonly week?: string | undefined
  readonly after?: string | undefined
}

/** Links, built in one place. */
export const link = {
  home: () => '/',
  signIn: (next?: string) => (next ? `/sign-in?next=${encodeURIComponent(next)}` : '/sign-in'),
  today: (query: WorkQuery = {}) => withQuery('/today', query),
  flow: (query: FlowQuery = {}) => withQuery('/flow', { ...query }),
  flowSvg: (query: FlowQuery = {}) => withQuery('/flow/svg', { ...query }),
  flowCsv: (query: FlowQuery = {}) => withQuery('/flow/csv', { ...query }),
  flowCases: (query: FlowQuery & { step: string; stage?: string; reason?: string; left?: 'any'; after?: string }) =>
    withQuery('/flow/cases', { ...query }),
  intake: (query: IntakeQuery = {}) => withQuery('/intake', { ...query }),
  caseInquiry: (id: string, done?: string) => withQuery(`/cases/${encodeURIComponent(id)}/inquiry`, { done }),
  supervisors: (after?: string) => withQuery('/supervisors', { after }),
  supervisor: (pseudonym: string, done?: 'done') =>
    withQuery(`/supervisors/${encodeURIComponent(pseudonym)}`, { done }),
  case: (id: string, done?: string) => withQuery(`/cases/${encodeURIComponent(id)}`, { done }),
  dyads: (query: { after?: string; search?: string } = {}) => withQuery('/dyads', query),
  dyad: (pseudonym: string) => `/dyads/${encodeURIComponent(pseudonym)}`,
  consent: (pseudonym: string, done?: string) => withQuery(`/consent/${encodeURIComponent(pseudonym)}`, { done }),
  letter: (pseudonym: string, language?: string) => withQuery(consentPage(pseudonym, 'letter'), { language }),
  letterPdf: (pseudonym: string, language: string) => withQuery(consentPage(pseudonym, 'letter/pdf'), { language }),
  sign: (pseudonym: string, query: { language?: string; again?: string } = {}) =>
    withQuery(consentPage(pseudonym, 'sign'), query),
  paperForm: (pseudonym: string, query: { version?: string; again?: string } = {}) =>
    withQuery(consentPage(pseudonym, 'paper'), query),
  emptyForm: (pseudonym: string, query: { language: string; version: string }) =>
    withQuery(consentPage(pseudonym, 'paper/pdf'), query),
  consentCopy: (pseudonym: string) => consentPage(pseudonym, 'copy'),
  consents: (done?: string) => withQuery('/consents', { done }),
  formCheck: (id: string) => `/consents/${encodeURIComponent(id)}`,
  scan: (id: string) => `/consents/${encodeURIComponent(id)}/scan`,
  questionnaire: (id: string, done?: 'done') => withQuery(`/questionnaires/${encodeURIComponent(id)}`, { done }),
  withdraw: (pseudonym: string, done?: 'done') => withQuery(`/withdraw/${encodeURIComponent(pseudonym)}`, { done }),
  labels: (query: { search?: string; of?: 'client' | 'both' } = {}) => withQuery('/labels', query),
  reconciliation: (after?: string) => withQuery('/reconciliation', { after }),
  statement: (month: string) => `/reconciliation/${encodeURIComponent(month)}`,
  statementCsv: (month: string) => `/reconciliation/${encodeURIComponent(month)}/csv`,
  visit: (pseudonym: string) => `/visit/${encodeURIComponent(pseudonym)}`,
  calendar: (query: { week?: string; location?: string; interviewer?: string; by?: string } = {}) =>
    withQuery('/calendar', query),
  planOf: (pseudonym: string, done?: 'done') => withQuery(`/calendar/${encodeURIComponent(pseudonym)}`, { done }),
  rooms: (done?: 'done') => withQuery('/rooms', { done }),
  availability: (query: { code?: string; done?: 'done' } = {}) => withQuery('/availability', query),
  feed: (token: string) => `/feed/${encodeURIComponent(token)}`,
  reidentify: () => '/reidentify',
  reidentifyOver: () => '/reidentify/over',
  privacy: () => '/privacy',
  privacyPerson: (query: { pseudonym?: string; after?: string } = {}) => withQuery('/privacy/person', query),
  looks: (query: { month?: string; verb?: string; after?: string } = {}) => withQuery('/privacy/looked-up', query),
  looksCsv: (query: { month: string; verb?: string }) => withQuery('/privacy/looked-up/csv', query),
  audit: (query: Readonly<Record<string, string | undefined>> = {}) => withQuery('/privacy/audit', query),
  auditCsv: (query: Readonly<Record<string, string | undefined>> = {}) => withQuery('/privacy/audit/csv', query),
  breaches: () => '/privacy/breaches',
  newBreach: () => '/privacy/breaches/new',
  breach: (id: string) => `/privacy/breaches/${encodeURIComponent(id)}`,
  rates: (query: { region?: string; location?: string } = {}) => withQuery('/rates', query),
  ratesCsv: (query: { region?: string; location?: string } = {}) => withQuery('/rates/csv', query),
  scores: (definition?: string) => withQuery('/scores', { definition }),
  report: () => '/report',
  followUps: (query: { state?: string; location?: string; after?: string } = {}) => withQuery('/follow-up', query),
  followUpsCsv: (query: { state?: string; location?: string } = {}) => withQuery('/follow-up/csv', query),
  followUp: (pseudonym: string, done?: 'done') => withQuery(`/follow-up/${encodeURIComponent(pseudonym)}`, { done }),
  releases: (query: { after?: string; like?: string } = {}) => withQuery('/releases', query),
  release: (number: number) => `/releases/${number}`,
  releaseFile: (number: number, name: string) => withQuery(`/releases/${number}/file`, { name }),
  releaseZip: (number: number) => `/releases/${number}/zip`,
  sites: (done?: 'done') => withQuery('/sites', { done }),
  instruments: (done?: string) => withQuery('/instruments', { done }),
  instrument: (pin: string) => `/instruments/${encodeURIComponent(pin)}`,
  instrumentCsv: (pin: string) => `/instruments/${encodeURIComponent(pin)}/csv`,
  deviations: (query: { kind?: string; state?: string; after?: string; done?: string } = {}) =>
    withQuery('/deviations', query),
  papers: (query: { done?: string } = {}) => withQuery('/paper', query),
  paper: (id: string) => `/paper/${encodeURIComponent(id)}`,
  queries: (query: { state?: string; after?: string } = {}) => withQuery('/queries', query),
  query: (id: string, done?: 'done') => withQuery(`/queries/${encodeURIComponent(id)}`, { done }),
  deviation: (id: string) => `/deviations/${encodeURIComponent(id)}`,
  interviewers: (done?: 'done') => withQuery('/interviewers', { done }),
  interviewer: (code: string, done?: 'done') => withQuery(`/interviewers/${encodeURIComponent(code)}`, { done }),
  vouchers: (query: { after?: string; done?: string } = {}) => withQuery('/vouchers', query),
  incidents: (query: { after?: string; done?: string } = {}) => withQuery('/incidents', query),
  doNotAsk: (done?: string) => withQuery('/do-not-ask', { done }),
  messages: (query: { kind?: string; language?: string; about?: string; done?: 'done' } = {}) =>
    withQuery('/messages', query),
  jobs: (query: { done?: 'retried'; drained?: string } = {}) => withQuery('/jobs', query),
  retention: () => '/retention',
  imports: (query: { after?: string; refused?: string } = {}) => withQuery('/imports', query),
  handInFile: () => '/imports/file',
  import: (id: string, query: { look?: string; after?: string } = {}) =>
    withQuery(`/imports/${encodeURIComponent(id)}`, query),
  refusedRows: (id: string) => `/imports/${encodeURIComponent(id)}/refused`,
  access: (pseudonym: string, refused?: string) => withQuery(`/access/${encodeURIComponent(pseudonym)}`, { refused }),
  accessFile: (pseudonym: string) => `/access/${encodeURIComponent(pseudonym)}/file`,
  mailbox: (after?: string, to?: 'staff') => withQuery('/mailbox', { to, after }),
  message: (id: string) => `/mailbox/${encodeURIComponent(id)}`,
  components: () => '/components',
  talk: () => '/talk',
  talkSync: () => '/talk/sync',
  /** The number stands behind the #: no server sees it, and the page takes it out of the address. */
  takeAlong: (pseudonym: string) => `/talk#${encodeURIComponent(pseudonym)}`,
  interview: (pseudonym: string, query: { not_met?: string } = {}) => withQuery(interviewPage(pseudonym), query),
  ask: (pseudonym: string, query: { item?: string; pause?: string } = {}) =>
    withQuery(interviewPage(pseudonym, '/ask'), query),
  endInterview: (pseudonym: string, needed?: string) => withQuery(interviewPage(pseudonym, '/end'), { needed }),
  incident: (pseudonym: string, query: { kind?: string; done?: string } = {}) =>
    withQuery(interviewPage(pseudonym, '/incident'), query),
  sheet: (pseudonym: string) => `/interview/${encodeURIComponent(pseudonym)}/sheet`,
  practice: () => '/practice',
  conflicts: (done?: string) => withQuery('/conflicts', { done }),
  conflict: (id: string) => `/conflicts/${encodeURIComponent(id)}`,
  signInAgain: (next: string) => `/sign-in?next=${encodeURIComponent(next)}&again=1`,
  answer: (token: string, query: { page?: string; look?: string; more?: string } = {}) =>
    withQuery(`/answer/${encodeURIComponent(token)}`, query),
  rights: (token: string, step?: string) => withQuery(`/answer/${encodeURIComponent(token)}/rights`, { step }),
  ownAnswers: (token: string, as: 'csv' | 'json') =>
    withQuery(`/answer/${encodeURIComponent(token)}/rights/answers`, { as }),
}

const interviewPage = (pseudonym: string, page = '') => `/interview/${encodeURIComponent(pseudonym)}${page}`
const consentPage = (pseudonym: string, page: string) => `/consent/${encodeURIComponent(pseudonym)}/${page}`

function withQuery(path: string, query: Readonly<Record<string, string | undefined>>): string {
  const sent = Object.entries(query).filter((pair): pair is [string, string] => Boolean(pair[1]))
  return sent.length === 0 ? path : `${path}?${new URLSearchParams(sent)}`
}

const RETURNS =
  /^\/(today|flow|follow-up|intake|cases|supervisors|dyads|consent|consents|interview|labels|reconciliation|privacy|messages|mailbox|components|sign-in|visit|calendar|rooms|availability|withdraw|retention|jobs|rates|scores|report|releases|sites|instruments|deviations|queries|questionnaires|paper|do-not-ask|interviewers|vouchers|incidents|imports|access|reidentify|answer|talk|conflicts|practice)(\/[\w.~%-]{1,400}){0,2}(\?[\w=&%.~+-]{0,600})?$/

/** A place to go back to, if it is one of ours; a redirect never follows anything else. */
export function ownPath(path: unknown): string | undefined {
  return typeof path === 'string' && RETURNS.test(path) ? path : undefined
}
