// Asks for the page that could not come: when somebody says so, and as soon as the server can really be reached. A browser
// calls itself online for less, and a reload would take somebody back who is on the way to their interview.
for (const button of document.querySelectorAll('[data-again]')) {
  button.parentElement.hidden = false
  button.addEventListener('click', () => location.reload())
}
addEventListener('online', () => {
  fetch('/healthz', { cache: 'no-store' }).then(
    (answer) => answer.ok && location.reload(),
    () => undefined,
  )
})
