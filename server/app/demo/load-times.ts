/** How long pages of a client's site took on the morning they complained: bars of seconds, by the hour, as a picture of 480 by 200. */
const base64 =
  'iVBORw0KGgoAAAANSUhEUgAAAeAAAADIBAMAAADCci9JAAAAD1BMVEX////l5+sPdm7cJiZkdIv+zU1gAAABu0lEQVR42u3d203DMBiA' +
  'Ua/ABogJQKzw7z8TyCUolaomTt3Gl/Px4hdHOYrbRKpbUpIkSZIkafICGBgYGBgY+Kl9X/oEBgbukwYMPBgNeEjw7SEw8KDgX2dEAA8L' +
  'ztbUK7hkOCt4taTfOukP8VUwHOY1fPQKd3tbAt7zphVzLenpwL08Wh5UAgMDAwMDAwMDAwMDAwMDAwMDAwMDAwMD11MCAw8Pzh+Vtvpx' +
  'KXANcP5LwIMv6TwaYkfW5j6tFXieJd3s1kPgSq/hiATs0RIYGBgYGBgYGBgYGBgYGBgYuA0lMDAwMDAwMDAw8NPAkVrbtgQ8+rYl4NH3' +
  'aVXbnNXLPq2n35Za27YEXB8csy3pycCepYGBgR/u49I7MDAwMDAw8OuVwJ2DV54hwLc9nYE3EQfBm8POwCXXsllw1QvYL7iq8izw5tkA' +
  'jw5+wRAYGBgYGBgYGBgYGBgYGBgYGHg3eOASsCSp+fLPti5f2/r/V9vFR4gTjnA1Le2dNh94+WJerMZlp7vMefAIxedwbNqc4PW6OHa6' +
  'ZxzhaloA35mVKizpOGdJL6eeEvCd9/bU/20pFd2HpwJLkiRJknI/tmCPqCekVRkAAAAASUVORK5CYII=';

export const loadTimes = { name: 'load-times.png', type: 'image/png', bytes: Buffer.from(base64, 'base64') };
