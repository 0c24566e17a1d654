import locale

SITENAME = 'Das Blatt'
SITEURL = 'https://bert.example.org/blatt'
DEFAULT_LANG = 'de'
TIMEZONE = 'Europe/Berlin'
PATH = 'content'
STATIC_PATHS = ['images']
ARTICLE_URL = '{date:%Y}/{slug}/'
ARTICLE_SAVE_AS = '{date:%Y}/{slug}/index.html'
MARKDOWN = {
    'extension_configs': {
        'markdown.extensions.extra': {},
        'markdown.extensions.toc': {},
    },
}
