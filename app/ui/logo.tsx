/** The mark: a ring and a square that hold each other, as two who are not alike and cannot come loose. */
function Mark() {
  return (
    <g fill="none" strokeWidth="3.6">
      <circle cx="12.5" cy="16" r="9" stroke="#7ccdd4" />
      <rect x="15.5" y="9" width="15" height="14" rx="3.5" stroke="#e59aa5" />
      <path d="M14.6 7.24 A9 9 0 0 1 21.42 14.8" stroke="#7ccdd4" />
    </g>
  )
}

/** Mark and name, drawn: no font decides how the name looks. */
export function Logo() {
  return (
    <svg viewBox="0 0 134 32" role="img" aria-label="Koppel">
      <Mark />
      <g transform="translate(43 0)" fill="none" stroke="currentColor" strokeWidth="2.7" strokeLinecap="round">
        <path d="M1.5 6.5V23 M12 6.5 L1.9 16.4 M5.4 13.2 L12.6 23" />
        <circle cx="22.5" cy="17.2" r="5.9" />
        <path d="M34 11.4V29" />
        <circle cx="40" cy="17.2" r="5.9" />
        <path d="M51.4 11.4V29" />
        <circle cx="57.4" cy="17.2" r="5.9" />
        <path d="M69.2 17.2H81 A5.95 5.95 0 1 0 79.2 21.4" />
        <path d="M88 5.5V23" />
      </g>
    </svg>
  )
}
