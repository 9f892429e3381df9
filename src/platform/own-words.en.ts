import type { words } from './own-words.ts'
import type { English } from './words.ts'

export const english = {
  'bad-input': 'Some fields are not filled in correctly. Mend the ones shown and send again; nothing is lost.',
  'bad-text': 'The text holds a character that cannot be kept. Remove it and write again.',
  'too-large': 'What you sent is larger than allowed. Send a smaller file or split it.',
  'unsupported-media': 'This kind of file is not accepted. The kinds accepted are named in the hint of the field.',
  'file-empty': 'The file you sent is empty. Open it, see that something is in it, and send it again.',
  'paper-other-type': 'This file is no PDF and no JPEG or PNG picture, whatever its name. Take a picture of the paper or save it as PDF.',
  'paper-broken': 'This file is not whole, or something is attached behind its end. Take the picture again or save the file anew.',
  'paper-active': 'This PDF is locked, or carries a program or another file. Print it or take a picture of it, and send that.',
  'not-found': 'No such thing was found.',
  'too-many-from-here': 'Too much was sent from this internet address in this hour. Send it again in an hour.',
  'version-stale': 'Someone else has changed this meanwhile. Refresh the page, look at the change and save again.',
  'command-missing': 'The request has no unique id. Refresh the page and send again.',
  'command-reused': 'This request was sent before with other content. Refresh the page and send again.',
  'id-taken': 'This has already been recorded. Refresh the page; if you do not see it, send it again.',
  busy: 'The system cannot answer so many requests now. Send again in a few moments; nothing is lost.',
  'disk-full': 'The storage is full and nothing was written. Tell the administrator; reading still works.',
  defect:
    'The system had a fault and nothing was recorded. Try again; if it happens again, give the reference number to the administrator.',
  'sheet-unreadable': 'This file cannot be read. Open it in a spreadsheet program, save it as XLSX or CSV and send it again.',
  'sheet-too-large': 'This file is too large (at most 250,000 rows). Split it and send the parts.',
  'sheet-other-format':
    'This file has another format or a password (such as an old XLS, ODS, PDF or a web page). Open it, take the password off, save it as XLSX and send it again.',
  'sheet-quote-open':
    'In row {row} a quotation mark (") opens and never closes, and the rows after it cannot be read. Remove that mark and send the file again.',
  'field-required': 'This field is required.',
  'field-too-short': 'Too short: write at least {minimum} characters.',
  'field-too-long': 'Too long: write at most {maximum} characters.',
  'field-too-small': 'Smaller than the minimum of {minimum}.',
  'field-too-big': 'Larger than the maximum of {maximum}.',
  'field-wrong': 'This value is not acceptable.',
  'field-unknown': 'This field is not known.',
} as const satisfies English<typeof words>
