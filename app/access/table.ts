import type { Role } from './roles'

/** How far a verb reaches: all of the study, or nothing. Narrower scopes stand between these two. */
export type Scope = 'study'

const everybody = {
  coordinator: 'study',
  interviewer: 'study',
  analyst: 'study',
  data_manager: 'study',
  privacy_officer: 'study',
  key_holder: 'study',
} satisfies Partial<Record<Role, Scope>>

/** Who may do what, and how far it reaches. A role that is not named may not. */
export const MAY = {
  /** Work is for those who do it. Which kinds an interviewer sees is the work list's own rule (§1). */
  see_work: { coordinator: 'study', interviewer: 'study' },
  /** Contacts so far are the supervisor's words: the interviewer has no need of them (§1). */
  see_endangered: { coordinator: 'study' },
  /** Counts without people: everybody with an account. */
  see_flow: everybody,
  /** Counts of one to four, which are people: who runs the study and who guards it. Others see that they are few. */
  see_small_counts: { coordinator: 'study', data_manager: 'study', privacy_officer: 'study' },
  /**
   * Where every case stands on its way to the first interview, with what supervisors said of it: an interviewer must not learn
   * whose client it is (§1). Who runs intake does; who runs imports looks on.
   */
  see_intake: { coordinator: 'study', data_manager: 'study' },
  run_intake: { coordinator: 'study' },
  /** The question to the supervisor, and what supervisors owe: only the coordinator may know whose client is whose (§1). */
  run_inquiries: { coordinator: 'study' },
  /** Pseudonyms and days, no names and no answers (§6). Analysts take releases and see no case. */
  see_dyads: { coordinator: 'study', interviewer: 'study', data_manager: 'study' },
  /** Forms against interviews, by number (§6): who guards the study looks on, who runs it answers for the numbers. */
  see_reconciliation: { coordinator: 'study', data_manager: 'study', privacy_officer: 'study' },
  sign_statements: { coordinator: 'study' },
  /** Client, place and day of a talk that is to be held, never the supervisor: who holds it and who arranges it (§6). */
  see_visits: { coordinator: 'study', interviewer: 'study' },
  /** From a pseudonym to one person's name, for a purpose (§6). Nobody else, whatever the reason. */
  reidentify: { key_holder: 'study' },
  /** The form is signed with the client there (§6): who holds the interviews, and who stands in for them. */
  take_consent: { coordinator: 'study', interviewer: 'study' },
  /** The second person who reads a paper form; sees a scan with a name and no pseudonym (§6). */
  check_consent: { coordinator: 'study', interviewer: 'study', data_manager: 'study' },
  /** A client stops or takes a consent back (§6): whoever the client says it to records it at once. */
  withdraw_client: { coordinator: 'study', interviewer: 'study' },
  /** Talks with clients and their answers (§1, §6): whoever keeps the key reads none. */
  hold_interviews: { interviewer: 'study' },
  /** Answers from paper, and answers of which there are two: never the coordinator, who keeps the key (§6). */
  enter_answers: { interviewer: 'study' },
  /** Labels with a pseudonym, for paper and recordings: those who hold the interviews and who prepare them (§6). */
  make_labels: { coordinator: 'study', interviewer: 'study' },
  /** That a supervisor's questionnaire came, never what was answered (§6); and mending one for the wrong client (§3). */
  keep_questionnaires: { coordinator: 'study' },
  /** What supervisors were sent and have answered. An interviewer must not learn what supervisors owe (§1). */
  see_correspondence: { coordinator: 'study', data_manager: 'study' },
  /** What the register brought, and the outcomes that it gives: who plans and guards a case knows, others need not (§1, §6). */
  see_register: { coordinator: 'study' },
  /** Files of the register and of the field: who plans intake, and who runs imports (§1). They show the first rows by name. */
  import_files: { coordinator: 'study', data_manager: 'study' },
  /** What is held, why, how long, who may read it (GDPR art. 30). */
  see_record: { privacy_officer: 'study' },
  /** Who saw a person, and what was looked up and released: pseudonyms, and the names of colleagues. */
  see_trail: { privacy_officer: 'study' },
  /** The register of breaches (GDPR art. 33.5). */
  keep_breaches: { privacy_officer: 'study' },
  /** What is erased when, by number (§6): who guards it, and who runs the study. */
  see_retention: { coordinator: 'study', privacy_officer: 'study' },
  /** Everything about one client in one file, at the client's own request (GDPR art. 15): who may open a name, and who guards it. */
  export_access: { key_holder: 'study', privacy_officer: 'study' },
  /** Outcome rates, recruitment and the sample beside the register: counts without people. */
  see_rates: everybody,
  /** What the answers of all come to (§7.1): for who analyses them. Nobody else needs to know what a side answered (§6). */
  see_scores: { analyst: 'study' },
  /**
   * What the study came to, in chapters: who analyses it and who runs it. The chapters of answers are for who may see scores
   * only: whoever keeps the key reads none (§6).
   */
  see_report: { analyst: 'study', coordinator: 'study' },
  /** Of whom the register has to say how supervision went, by number (§5): who plans cases, and who asks the register for it. */
  see_follow_up: { coordinator: 'study', data_manager: 'study' },
  /** What was typed in from a dossier, with a note in words: who answers for what the register told. */
  keep_follow_up: { data_manager: 'study' },
  /** What left the study for analysis, and how it was judged (§6): who asks for it, who lets it go, and who guards it. */
  see_releases: { analyst: 'study', data_manager: 'study', privacy_officer: 'study' },
  request_releases: { analyst: 'study', data_manager: 'study' },
  /** Somebody else than who asked: the verb refuses the same person. Only these see by what people could be recognised. */
  approve_releases: { data_manager: 'study', privacy_officer: 'study' },
  /** Where and when the study may recruit (§2.1): who runs it. */
  keep_sites: { coordinator: 'study', data_manager: 'study' },
  /** What is asked, and from when (§7): who runs the study, and who runs imports. */
  keep_instruments: { coordinator: 'study', data_manager: 'study' },
  /** What went otherwise than the protocol says: who guards the study looks on, who runs it decides. */
  see_deviations: { coordinator: 'study', privacy_officer: 'study' },
  keep_deviations: { coordinator: 'study' },
  /** The calendar of interviews: who holds them and who arranges them, by pseudonym, nothing of the supervisor (§1). */
  plan_interviews: { coordinator: 'study', interviewer: 'study' },
  /** Over what an interviewer said of their own days, or on another day than the talk's (§3): who can ask them about it. */
  plan_knowingly: { coordinator: 'study' },
  keep_rooms: { coordinator: 'study' },
  /** Answers from paper: who holds interviews types them in; how much is typed in twice is for who runs the study (§6). */
  see_papers: { coordinator: 'study', interviewer: 'study' },
  keep_second_entry: { coordinator: 'study' },
  /** Questions about answers: which question, never what was answered; who held the interview sees that too (§6). */
  see_queries: { coordinator: 'study', interviewer: 'study' },
  keep_queries: { coordinator: 'study' },
  /** People who do not want to be asked, by number (§6): whom they tell it. */
  keep_do_not_ask: { coordinator: 'study' },
  /** Who holds interviews, what they have and how it went, by number (§3); the vouchers (§3): who runs the study. No answers. */
  keep_interviewers: { coordinator: 'study', data_manager: 'study' },
  /** What happened at interviews, which can be an offence that was told (§6): who was called about it. */
  keep_incidents: { coordinator: 'study' },
  /** Whom messages come from and what they say, with a case's own days (§6): who approaches supervisors. */
  keep_messages: { coordinator: 'study' },
  /** How the machine fares: the queue, recurring jobs, alarms and counts of mail. No people, and nothing of the study's content. */
  keep_jobs: { data_manager: 'study' },
  /** The demo's mailbox shows what supervisors get, with their links: an interviewer must not learn who they are (§1). */
  see_demo_mail: { coordinator: 'study', data_manager: 'study' },
  move_demo_clock: { coordinator: 'study', data_manager: 'study' },
} satisfies Record<string, Partial<Record<Role, Scope>>>

export type Verb = keyof typeof MAY

/** How far this role may do this; undefined when not at all. Whoever asks answers as if the thing did not exist. */
export function scopeOf(role: Role, verb: Verb): Scope | undefined {
  const row: Partial<Record<Role, Scope>> = MAY[verb]
  return row[role]
}
