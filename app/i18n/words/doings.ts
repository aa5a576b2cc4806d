import type { Words } from '../speak'

/** What was done, by the verb of the audit, as the end of "somebody …". */
export const doings = {
  // looks at names, and what was taken out
  reidentify: { nl: 'zocht de naam op', en: 'looked the name up' },
  show_client: { nl: 'zag de naam achter een link', en: 'saw the name behind a link' },
  show_signer: { nl: 'zag de naam bij het tekenen', en: 'saw the name at the signing' },
  look_at_scan: { nl: 'bekeek een scan', en: 'looked at a scan' },
  copy_consent: { nl: 'maakte een kopie van het formulier', en: 'made a copy of the form' },
  refuse_purpose: { nl: 'schreef op wie het was; er is niets getoond', en: 'wrote down who it was; nothing was shown' },
  see_trail: { nl: 'bekeek wie deze persoon zag', en: 'looked at who saw this person' },
  see_looks: { nl: 'bekeek een maandlijst', en: 'looked at a month’s list' },
  export_looks: { nl: 'haalde een maandlijst op', en: 'took out a month’s list' },
  release: { nl: 'maakte een vrijgave', en: 'made a release' },
  // consent
  sign_consent: { nl: 'legde een getekend formulier vast', en: 'recorded a signed form' },
  attach_scan: { nl: 'deed een scan bij het formulier', en: 'put a scan to the form' },
  check_scan: { nl: 'keurde een scan', en: 'checked a scan' },
  hand_out_letter: { nl: 'gaf de informatiebrief', en: 'handed out the information letter' },
  end_consent: { nl: 'beëindigde de toestemming', en: 'ended the consent' },
  withdraw: { nl: 'legde vast dat iemand stopt', en: 'recorded that somebody stops' },
  withdraw_scopes: {
    nl: 'legde vast dat iemand iets niet meer wil',
    en: 'recorded that somebody takes a consent back',
  },
  end_scopes: { nl: 'beëindigde een deel van de toestemming', en: 'ended a part of the consent' },
  forget_clients: { nl: 'wiste namen van cliënten', en: 'erased names of clients' },
  restore_name: { nl: 'schreef een gewiste naam terug', en: 'wrote an erased name back' },
  forget_supervisors: { nl: 'wiste namen van toezichthouders', en: 'erased names of supervisors' },
  forget_key: { nl: 'wiste de sleutel', en: 'erased the key' },
  export_access: { nl: 'haalde op wat er over iemand is', en: 'took out what is held about somebody' },
  withdraw_supervisor_answers: { nl: 'liet antwoorden wissen', en: 'had answers erased' },
  read_own_answers: { nl: 'las eigen antwoorden', en: 'read their own answers' },
  decline_for: { nl: 'doet voor deze cliënt niet mee', en: 'declined for this client' },
  decline_altogether: { nl: 'doet helemaal niet mee', en: 'declined altogether' },
  // intake and fieldwork
  enter_registration: { nl: 'schreef in met naam', en: 'registered by name' },
  name_supervisor: { nl: 'noemde de toezichthouder', en: 'named the supervisor' },
  register: { nl: 'schreef in onder een nummer', en: 'registered under a pseudonym' },
  inquire: { nl: 'stelde de vraag aan de toezichthouder', en: 'asked the supervisor' },
  close_inquiry: { nl: 'sloot de vraag', en: 'closed the inquiry' },
  record_reply: { nl: 'legde het antwoord vast', en: 'recorded the answer' },
  screen: { nl: 'toetste de criteria', en: 'screened the criteria' },
  judge: { nl: 'beoordeelde', en: 'judged' },
  reconsider: { nl: 'beoordeelde opnieuw', en: 'judged again' },
  approach: { nl: 'bond het koppel', en: 'bound the dyad' },
  plan_appointment: { nl: 'plande een afspraak', en: 'planned an appointment' },
  record_no_show: { nl: 'legde vast dat iemand niet kwam', en: 'recorded a no-show' },
  hold_interview: { nl: 'hield het gesprek', en: 'held the interview' },
  take_in_questionnaire: { nl: 'nam een vragenlijst in', en: 'took in a questionnaire' },
  close_questionnaire: { nl: 'sloot een vragenlijst', en: 'closed a questionnaire' },
  close_window: { nl: 'sloot een meting', en: 'closed a wave' },
  lose_before_wave: { nl: 'legde uitval vast', en: 'recorded a loss' },
  record_event: { nl: 'legde een bericht van het register vast', en: 'recorded an event of the register' },
  remind: { nl: 'plande een herinnering', en: 'planned a reminder' },
  send_mail: { nl: 'stuurde een bericht', en: 'sent a message' },
  move_mail: { nl: 'verplaatste een bericht', en: 'moved a message' },
  cancel_mail: { nl: 'hield een bericht tegen', en: 'cancelled a message' },
  ask_code: { nl: 'vroeg een code', en: 'asked for a code' },
  mail_code: { nl: 'stuurde een code', en: 'sent a code' },
  try_code: { nl: 'vulde een code in', en: 'filled in a code' },
  remember_device: { nl: 'liet een apparaat onthouden', en: 'had a device remembered' },
} satisfies Words

/** What was done, in words; a verb without any as it stands in the audit. */
export const doing = (verb: string): { readonly nl: string; readonly en: string } =>
  Object.hasOwn(doings, verb) ? doings[verb as keyof typeof doings] : { nl: verb, en: verb }
