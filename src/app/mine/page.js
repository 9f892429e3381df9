// Her pages are whole without this file. It reads them aloud, closes them at once, and keeps them out of the list of pages the phone remembers.
;(() => {
  const { body } = document
  const leave = document.getElementById('leave')
  const NEUTRAL = '/calendar'

  // A page the browser kept for going back is asked for anew: by then it may be shut.
  addEventListener('pageshow', (event) => {
    if (event.persisted) location.reload()
  })
  if (leave !== null) {
    const go = (event) => {
      event?.preventDefault()
      body.replaceChildren()
      speechSynthesis?.cancel()
      fetch('/mine/leave', { method: 'POST', keepalive: true, redirect: 'manual' }).catch(() => undefined)
      location.replace(NEUTRAL)
    }
    leave.addEventListener('submit', go)
    let last = 0
    addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return
      if (event.timeStamp - last < 1500) go(event)
      last = event.timeStamp
    })
  }

  // Going on takes the place of the page before, so that «back» leads out of her pages and never into them.
  const tellNoNetwork = (place) => {
    for (const before of document.querySelectorAll('.lost')) before.remove()
    const said = document.createElement('p')
    said.className = 'wrong lost'
    said.setAttribute('role', 'alert')
    said.textContent = body.dataset.noNetwork
    place.prepend(said)
    said.scrollIntoView({ block: 'nearest' })
  }
  addEventListener('click', (event) => {
    const link = event.target.closest?.('a[href^="/mine"]')
    if (link === null || link === undefined) return
    event.preventDefault()
    if (navigator.onLine) location.replace(link.href)
    else tellNoNetwork(document.querySelector('main'))
  })
  addEventListener('submit', (event) => {
    const form = event.target
    if (form === leave || event.defaultPrevented) return
    event.preventDefault()
    const typed = new URLSearchParams(new FormData(form, event.submitter))
    for (const button of form.querySelectorAll('button')) button.disabled = true
    fetch(form.action, { method: 'POST', body: typed, redirect: 'manual' })
      .then(async (answer) => {
        if (answer.type === 'opaqueredirect') return location.replace(form.dataset.next ?? '/mine')
        const shown = new DOMParser().parseFromString(await answer.text(), 'text/html')
        document.querySelector('main').replaceWith(shown.querySelector('main'))
        offerReading()
        scrollTo(0, 0)
        document.querySelector('main input:not([type=hidden]), main [role=alert]')?.focus()
      })
      .catch(() => {
        for (const button of form.querySelectorAll('button')) button.disabled = false
        tellNoNetwork(form)
      })
  })

  // The voice of the phone, where it has a Persian one.
  let reading = null
  const quiet = () => {
    speechSynthesis.cancel()
    if (reading !== null) reading.textContent = body.dataset.read
    reading = null
  }
  const read = (section, button) => {
    const isSame = reading === button
    quiet()
    if (isSame) return
    const voice = speechSynthesis.getVoices().find(({ lang }) => /^fa/i.test(lang))
    if (voice === undefined) {
      button.textContent = body.dataset.noVoice
      button.setAttribute('role', 'status')
      return
    }
    const words = [...section.querySelectorAll('h2, p, li, label')]
      .map(({ textContent }) => textContent.trim())
      .filter((text) => text !== '')
    reading = button
    button.textContent = body.dataset.stop
    for (const text of words) {
      const said = new SpeechSynthesisUtterance(text)
      Object.assign(said, { voice, lang: voice.lang, rate: 0.85 })
      if (text === words.at(-1)) said.onend = quiet
      speechSynthesis.speak(said)
    }
  }
  const offerReading = () => {
    if (!('speechSynthesis' in window)) return
    speechSynthesis.getVoices()
    for (const section of document.querySelectorAll('[data-aloud]')) {
      const button = document.createElement('button')
      button.type = 'button'
      button.className = 'aloud'
      button.textContent = body.dataset.read
      button.addEventListener('click', () => read(section, button))
      section.append(button)
    }
  }
  offerReading()
})()
