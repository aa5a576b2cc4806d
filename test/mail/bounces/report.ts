/** Whom the reports are about: nothing of it may be left when one was read. */
export const RECIPIENT = 'j.berends@reclassering.example'

/** Headers of a message of ours, as a mail system returns them. */
export const ours = (
  messageId: string,
) => `Received: from koppel.example by mx.example (Postfix) id 4F1; Mon, 8 Oct 2012 07:00:01 +0200
From: Onderzoek <onderzoek@koppel.example>
To: "J. Berends" <${RECIPIENT}>
Subject: Vragenlijst over het contact met uw =?UTF-8?Q?cli=C3=ABnt?=
Message-ID: <${messageId}@koppel.example>
Auto-Submitted: auto-generated
Date: Mon, 8 Oct 2012 05:00:00 +0000
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary="--_NmP-1"
`
/** And the rest of it. */
export const body = `
----_NmP-1
Content-Type: text/plain; charset=utf-8

Goedendag,
----_NmP-1--
`

type Report = {
  readonly headers: string
  readonly fields: string
  readonly returned: readonly [type: string, text: string] | null
  readonly words?: string
}

/** A report as RFC 3464 has it: headers, words, the fields of the report, and what is returned of the message. */
export const report = ({ headers, fields, returned, words = 'It did not arrive.' }: Report) => `${headers}
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status;
	boundary="=_report_1"

This is a MIME-encapsulated message.

--=_report_1
Content-Type: text/plain; charset=us-ascii

${words}

--=_report_1
Content-Description: Delivery report
Content-Type: message/delivery-status

${fields}
${
  returned
    ? `
--=_report_1
Content-Type: ${returned[0]}

${returned[1]}`
    : ''
}
--=_report_1--
`
