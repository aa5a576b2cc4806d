import { body, ours, RECIPIENT, report } from './report'

/** What comes to the same address and is no report: answers, holidays, other people's bounces, spam. */
export const OTHERS = {
  holiday: (id: string) => `Return-Path: <>
From: "J. Berends" <${RECIPIENT}>
To: onderzoek@koppel.example
Subject: Automatisch antwoord: Vragenlijst
Auto-Submitted: auto-replied
X-Auto-Response-Suppress: All
In-Reply-To: <${id}@koppel.example>

I am away until 5.1.13 and read no mail. Error 550 is my room.
`,
  answer: (id: string) => `From: "J. Berends" <${RECIPIENT}>
To: onderzoek@koppel.example
Subject: Re: Vragenlijst
In-Reply-To: <${id}@koppel.example>

Ik deed het gisteren al.
> Message-ID: <${id}@koppel.example>
`,
  spam: () => `From: Prizes <win@spam.example>
Subject: You won 550 5.1.1
Content-Type: text/html

<p>Click</p>
`,
  other_senders_bounce: () =>
    report({
      headers: 'From: MAILER-DAEMON@mx.example',
      fields: `Reporting-MTA: dns; mx.example

Final-Recipient: rfc822; x@y.example
Action: failed
Status: 5.1.1`,
      returned: ['message/rfc822', 'Message-ID: <20121008.1234@newsletter.example>\nSubject: News\n\nHello\n'],
    }),
  complaint: (id: string) => `From: abuse@provider.example
Subject: complaint
Content-Type: multipart/report; report-type=feedback-report; boundary="=_c"

--=_c
Content-Type: text/plain

This was reported.

--=_c
Content-Type: message/feedback-report

Feedback-Type: abuse

--=_c
Content-Type: message/rfc822

${ours(id)}${body}
--=_c--
`,
} as const satisfies Record<string, (id: string) => string>
