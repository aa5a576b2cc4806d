// Asks for the page that could not come: when somebody says so, and as soon as the network is back.
for (const button of document.querySelectorAll('[data-again]')) {
  button.parentElement.hidden = false
  button.addEventListener('click', () => location.reload())
}
addEventListener('online', () => location.reload())
