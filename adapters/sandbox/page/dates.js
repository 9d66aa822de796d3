// Moments in words, in the browser's own time zone.

const time = new Intl.DateTimeFormat("en", { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const day = new Intl.DateTimeFormat("en", { weekday: "long", month: "long", day: "numeric" });

export const hourAndMinute = (moment) => time.format(moment);
export const dayInWords = (moment) => day.format(moment);
export const dayAndTime = (moment) => `${day.format(moment)}, ${time.format(moment)}`;
