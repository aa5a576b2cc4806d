import type { MenuEntry } from '../../access/menu'
import { words } from '../../i18n/catalogue'

/** What each page of the menu is called there. */
export const MENU_LABELS = {
  '/today': words.shell.today,
  '/calendar': words.calendar.title,
  '/flow': words.shell.flow,
  '/intake': words.shell.intake,
  '/supervisors': words.supervisorsPage.title,
  '/dyads': words.shell.dyads,
  '/follow-up': words.followUp.title,
  '/imports': words.imports.menu,
  '/consents': words.shell.consents,
  '/rates': words.rates.title,
  '/scores': words.scores.title,
  '/report': words.report.menu,
  '/releases': words.releases.title,
  '/sites': words.sites.title,
  '/instruments': words.instruments.title,
  '/paper': words.paper.menu,
  '/queries': words.queriesPage.title,
  '/deviations': words.deviations.title,
  '/interviewers': words.interviewers.title,
  '/do-not-ask': words.doNotAsk.title,
  '/reconciliation': words.shell.reconciliation,
  '/messages': words.messagesPage.title,
  '/mailbox': words.shell.mailbox,
  '/privacy': words.shell.privacy,
  '/retention': words.retention.menu,
  '/jobs': words.jobs.title,
  '/reidentify': words.shell.reidentify,
} satisfies Record<MenuEntry, unknown>
