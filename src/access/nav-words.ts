import { defineWords } from '../platform/words.ts'

/** What the side navigation says of this room, apart from its other words: they come with the page and not with the first load. */
export const navWords = defineWords('access', {
  assignments: 'سمت‌ها و تأیید آن‌ها',
  accounts: 'حساب‌ها',
  invitations: 'دعوت‌ها',
  messages: 'پیام‌ها',
  'my-account': 'حساب من',
})
