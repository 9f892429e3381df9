import { defineWords } from '../platform/words.ts'

/** What `npm start` says: each step, and each reason not to start with what to do about it. */
export const words = defineWords('start', {
  'step-database': 'پایگاه داده را روشن می‌کنم',
  'step-migrate': 'پایگاه داده را به این نسخه می‌رسانم',
  'step-web': 'صفحه‌ها را می‌سازم (تنها پس از تغییر)',
  'step-demo': 'دادهٔ نمایشی را می‌سازم (یک بار)',
  'step-women': 'زنان ساختگی نمایش ساخته می‌شوند ({done} از {all})…',
  'step-server': 'کارساز را باز می‌کنم',
  'database-fell': 'پایگاه داده بی‌آن‌که کسی بگوید بسته شد؛ دوباره روشنش می‌کنم',
  'database-stands': 'پایگاه داده دوباره روشن است؛ چیزی از دست نرفت',
  kit: 'جعبه‌ابزار صفحه‌ها: {address}',
  ready: 'آماده است: {address}',
  'demo-marked': 'این نسخهٔ نمایشی است؛ همهٔ زنان و سازمان‌ها ساختگی‌اند.',
  'first-administrator': 'پیوند یک‌بارمصرف نخستین راهبر سامانه: {address}',
  'key-made': 'کلید اصلی ساخته شد: {file}. از آن نسخه‌ای چاپی در جای امن نگه دارید؛ گم شدنش یعنی از دست رفتن همهٔ داده‌ها.',
  stopped: 'خاموش شد.',
  'node-too-old': 'به Node نسخهٔ ۲۶ نیاز است و این {detail} است. با «npm start» آغاز کنید تا نسخهٔ درست به کار رود.',
  'unsupported-platform': 'پایگاه دادهٔ همراه برای {detail} آماده نیست. یک PostgreSQL نسخهٔ ۱۵ یا بالاتر با DATABASE_URL بدهید.',
  'no-user-namespaces':
    'سامانه با کاربر root اجرا شده و فضای نام کاربر (user namespace) بسته است. با کاربر عادی اجرا کنید یا DATABASE_URL بدهید.',
  'another-kariz': 'کاریز دیگری هم‌اکنون با این پوشه کار می‌کند: {detail}. به هیچ چیز دست نزدم. همان را به کار ببرید یا نخست آن را ببندید.',
  'port-taken': 'درگاه {detail} در اختیار برنامهٔ دیگری است. درگاه دیگری با --port بدهید.',
  'disk-full': 'دیسک پر است: {detail}. جا باز کنید و دوباره آغاز کنید؛ چیزی از دست نرفته است.',
  'database-unreachable': 'به پایگاه داده‌ای که DATABASE_URL نشان می‌دهد نمی‌رسم. نشانی، رمز و روشن بودن آن را بررسی کنید.',
  'database-too-old': 'پایگاه داده نسخهٔ {detail} است؛ PostgreSQL نسخهٔ ۱۵ یا بالاتر لازم است.',
  'database-may-not-create-roles':
    'کاربر پایگاه داده اجازهٔ ساختن نقش ندارد. راهبر پایگاه داده یک بار db/roles.sql را اجرا کند یا به این کاربر CREATEROLE بدهد.',
  'database-did-not-start': 'پایگاه دادهٔ همراه روشن نشد. جزئیات: {detail}',
  'newer-data': 'این داده‌ها را نسخهٔ تازه‌تری از کاریز نوشته است ({detail}). همان نسخه یا تازه‌تر را اجرا کنید؛ به داده‌ها دست نزدم.',
  'folder-of-other-kind': 'این پوشه برای «{detail}» ساخته شده و به نوع دیگر تبدیل نمی‌شود. پوشهٔ دیگری با --data بدهید.',
  'demo-is-loopback-only': 'نسخهٔ نمایشی تنها روی همین رایانه باز می‌شود. --host را بردارید یا با --real آغاز کنید.',
  'key-file-unreadable': 'پروندهٔ کلید اصلی خوانده نمی‌شود یا ۳۲ بایت نیست: {detail}. بدون کلید درست، داده‌ها باز نمی‌شوند.',
  'unknown-option': 'گزینهٔ «{detail}» شناخته نیست. «npm start -- --help» را ببینید.',
  help: 'npm start -- [--real|--demo] [--data پوشه] [--port شماره] [--host نشانی]\nمتغیرها: DATABASE_URL PORT KARIZ_DATA KARIZ_KEY_FILE',
})
