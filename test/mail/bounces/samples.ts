import { body, ours, RECIPIENT, report } from './report'

/** Reports in the shapes that mail systems give them, about a message of ours. */
export const SAMPLES = {
  postfix: (id: string) =>
    report({
      headers: `Return-Path: <>
Date: Mon,  8 Oct 2012 07:00:03 +0200 (CEST)
From: MAILER-DAEMON@mx.example (Mail Delivery System)
Subject: Undelivered Mail Returned to Sender
To: onderzoek@koppel.example
Auto-Submitted: auto-replied
Message-Id: <20121008050003.9B1@mx.example>`,
      fields: `Reporting-MTA: dns; mx.example
X-Postfix-Queue-ID: 4F1
X-Postfix-Sender: rfc822; onderzoek@koppel.example
Arrival-Date: Mon,  8 Oct 2012 07:00:01 +0200 (CEST)

Final-Recipient: rfc822; ${RECIPIENT}
Original-Recipient: rfc822;${RECIPIENT}
Action: failed
Status: 5.1.1
Remote-MTA: dns; mail.reclassering.example
Diagnostic-Code: smtp; 550 5.1.1 <${RECIPIENT}>: Recipient address
    rejected: User unknown in virtual mailbox table`,
      returned: ['message/rfc822', ours(id) + body],
    }),
  postfix_delayed: (id: string) =>
    report({
      headers: `Return-Path: <>
From: MAILER-DAEMON@mx.example (Mail Delivery System)
Subject: Delayed Mail (still being retried)
Auto-Submitted: auto-replied`,
      fields: `Reporting-MTA: dns; mx.example

Final-Recipient: rfc822; ${RECIPIENT}
Action: delayed
Status: 4.4.1
Diagnostic-Code: X-Postfix; connect to mail.reclassering.example[192.0.2.1]:25: Connection timed out
Will-Retry-Until: Sat, 13 Oct 2012 07:00:01 +0200 (CEST)`,
      returned: ['text/rfc822-headers', ours(id)],
    }),
  postfix_expired: (id: string) =>
    report({
      headers: `Return-Path: <>
From: MAILER-DAEMON@mx.example (Mail Delivery System)
Subject: Undelivered Mail Returned to Sender`,
      fields: `Reporting-MTA: dns; mx.example

Final-Recipient: rfc822; ${RECIPIENT}
Action: failed
Status: 4.4.1
Diagnostic-Code: X-Postfix; connect to mail.reclassering.example[192.0.2.1]:25: Connection timed out`,
      returned: ['message/rfc822', ours(id) + body],
    }),
  exchange_online: (id: string) =>
    report({
      headers: `From: <postmaster@organisation.example>
To: <onderzoek@koppel.example>
Date: Mon, 8 Oct 2012 05:00:04 +0000
X-MS-Exchange-Message-Is-Ndr:
Content-Language: en-GB
Message-ID: <b9d1f0e6-6c6c-4d68-8a56-1b9a8d6f2a11@AM0PR04MB0001.eurprd04.prod.example>
In-Reply-To: <${id}@koppel.example>
References: <${id}@koppel.example>
Subject: Undeliverable: Vragenlijst over het contact`,
      fields: `Reporting-MTA: dns;AM0PR04MB0001.eurprd04.prod.example
Received-From-MTA: dns;koppel.example
Arrival-Date: Mon, 8 Oct 2012 05:00:03 +0000

Final-Recipient: rfc822;${RECIPIENT}
Action: failed
Status: 5.1.10
Diagnostic-Code: smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient ${RECIPIENT} not found by SMTP address lookup
X-Display-Name: ${RECIPIENT}`,
      returned: ['message/rfc822', ours(id) + body],
    }),
  /** A server that returns nothing of the message names it as what it answers. */
  exchange_without_message: (id: string) =>
    report({
      headers: `From: Microsoft Outlook <MicrosoftExchange329e@organisation.example>
In-Reply-To: <${id}@koppel.example>
Subject: Niet te bezorgen: Vragenlijst`,
      fields: `Reporting-MTA: dns;mail.organisation.example

Final-recipient: RFC822;${RECIPIENT}
Action: Failed
Status: 5.2.1
Diagnostic-Code: smtp;550 5.2.1 mailbox disabled`,
      returned: null,
    }),
  exim: (id: string) =>
    report({
      headers: `Return-path: <>
X-Failed-Recipients: ${RECIPIENT}
Auto-Submitted: auto-replied
From: Mail Delivery System <Mailer-Daemon@exim.example>
Subject: Mail delivery failed: returning message to sender`,
      fields: `Reporting-MTA: dns; exim.example

Action: failed
Final-Recipient: rfc822;${RECIPIENT}
Status: 5.0.0
Remote-MTA: dns; mail.reclassering.example
Diagnostic-Code: smtp; 552-5.2.2 The mailbox is full
 552 5.2.2 and takes no more`,
      returned: ['message/rfc822', ours(id) + body],
    }),
  exim_in_words: (id: string) => `Return-path: <>
X-Failed-Recipients: ${RECIPIENT}
Auto-Submitted: auto-replied
From: Mail Delivery System <Mailer-Daemon@exim.example>
To: onderzoek@koppel.example
Subject: Mail delivery failed: returning message to sender

A message that you sent could not be delivered to one of its recipients:

  ${RECIPIENT}
    host mail.reclassering.example [192.0.2.1]
    SMTP error from remote mail server after RCPT TO:<${RECIPIENT}>:
    550 no such user here

------ This is a copy of the message, including all the headers. ------

${ours(id)}${body}`,
  sendmail: (id: string) =>
    report({
      headers: `Return-Path: <MAILER-DAEMON>
From: Mail Delivery Subsystem <MAILER-DAEMON@sendmail.example>
Subject: Returned mail: see transcript for details
Auto-Submitted: auto-generated (failure)`,
      fields: `Reporting-MTA: dns; sendmail.example
Received-From-MTA: DNS; koppel.example
Arrival-Date: Mon, 8 Oct 2012 07:00:01 +0200

Final-Recipient: RFC822; ${RECIPIENT}
Action: failed
Status: 5.1.2
Remote-MTA: DNS; reclassering.example
Diagnostic-Code: SMTP; 550 Host unknown
Last-Attempt-Date: Mon, 8 Oct 2012 07:00:02 +0200`,
      returned: ['text/rfc822-headers', ours(id)],
    }),
  gmail: (id: string) =>
    report({
      headers: `From: Mail Delivery Subsystem <mailer-daemon@googlemail.example>
To: onderzoek@koppel.example
Auto-Submitted: auto-replied
X-Failed-Recipients: ${RECIPIENT}
Subject: Delivery Status Notification (Failure)
References: <${id}@koppel.example>
In-Reply-To: <${id}@koppel.example>`,
      fields: `Reporting-MTA: dns; googlemail.example
Received-From-MTA: dns; onderzoek@koppel.example
Arrival-Date: Sun, 07 Oct 2012 22:00:01 -0700 (PDT)
X-Original-Message-ID: <${id}@koppel.example>

Final-Recipient: rfc822; ${RECIPIENT}
Action: failed
Status: 5.1.1
Remote-MTA: dns; gmail-smtp-in.example. (192.0.2.2, the server for the domain.)
Diagnostic-Code: smtp; 550-5.1.1 The email account that you tried to reach does not exist.
 550 5.1.1 For more, go to https://support.example/answer
Last-Attempt-Date: Sun, 07 Oct 2012 22:00:02 -0700 (PDT)`,
      returned: ['message/rfc822', ours(id) + body],
    }),
  qmail: (id: string) => `Return-Path: <>
From: MAILER-DAEMON@qmail.example
To: onderzoek@koppel.example
Subject: failure notice

Your message could not be delivered to the following addresses.
This is a permanent error; I've given up.

<${RECIPIENT}>:
192.0.2.1 does not like recipient.
Remote host said: 550 5.7.1 relaying denied
Giving up on 192.0.2.1.

--- Below this line is a copy of the message.

Return-Path: <onderzoek@koppel.example>
${ours(id)}${body}`,
  delivered: (id: string) =>
    report({
      headers: `Return-Path: <>
From: MAILER-DAEMON@mx.example (Mail Delivery System)
Subject: Successful Mail Delivery Report`,
      fields: `Reporting-MTA: dns; mx.example

Final-Recipient: rfc822; ${RECIPIENT}
Action: relayed
Status: 2.1.5
Diagnostic-Code: smtp; 250 2.1.5 ok`,
      returned: ['text/rfc822-headers', ours(id)],
    }),
} as const satisfies Record<string, (id: string) => string>
