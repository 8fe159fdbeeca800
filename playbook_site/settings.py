"""Settings of the one project, all of them in this file, read from the environment.

Nothing needs to be set to run the tests, a command or the demo. Setting ALLOWED_HOSTS
is what makes a site deployed: from then on https is required, and SECRET_KEY, DATABASE_URL
and EMAIL_URL are. Without it the site answers to this machine's own names only, so a
forgotten variable cannot publish a site that runs on the convenient values.
"""

import os
import sys
import tempfile
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from csp.constants import NONE, SELF

from playbook_site import env
from playbook_site.log import logging_of

BASE_DIR = Path(__file__).resolve().parent.parent

# --- Which of the three: demo, local or deployed -----------------------------------

# The single-use log-in links have a route under `manage.py demo` only. This looks at
# the command line and not at a variable, so that nothing in a server's environment
# can ever open that route.
DEMO = sys.argv[1:2] == ["demo"]

# A command such as `migrate` may take as long as it takes; whoever serves pages may not.
COMMAND = Path(sys.argv[0]).name == "manage.py" and sys.argv[1:2] not in (["demo"], ["runserver"])

LOCAL_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
ALLOWED_HOSTS: list[str] = [] if DEMO else env.read("ALLOWED_HOSTS", env.hosts, [])
# By what is set, not by what could be read: a fault makes no local site of a deployed one.
DEPLOYED = not DEMO and env.is_set("ALLOWED_HOSTS")
ALLOWED_HOSTS = ALLOWED_HOSTS or LOCAL_HOSTS

DEBUG = not DEMO and env.read("DEBUG", env.flag, False)
if DEBUG and DEPLOYED:
    env.fault(
        "DEBUG", "is on while ALLOWED_HOSTS is set: errors would show people's data to anyone"
    )

SECRET_KEY = (
    env.required("SECRET_KEY", env.secret_key, "")
    if DEPLOYED
    else env.checkout_secret_key(BASE_DIR / ".secret-key")
)

# --- https -------------------------------------------------------------------------

# Off only for a trial behind no TLS at all, such as compose on one's own machine.
HTTPS = DEPLOYED and env.read("HTTPS", env.flag, True)
# How many proxies stand in front, each adding to X-Forwarded-For. At 0 those headers
# are not believed, since anyone could send them.
PROXIES = env.read("PROXIES", env.whole(0, 10), 0) if DEPLOYED else 0
# What links in mails and invitations begin with. On a deployed site never what a request says
# of itself, since whoever asks for a mail sends that; a local one takes the port one opened.
SITE_ADDRESS = (
    env.read("SITE_ADDRESS", *env.site_address(ALLOWED_HOSTS, https=HTTPS)) if DEPLOYED else ""
)

CSRF_FAILURE_VIEW = "assessments.views.errors.csrf_refused"
CSRF_TRUSTED_ORIGINS: list[str] = env.read("CSRF_TRUSTED_ORIGINS", env.origins, [])
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = env.read("HSTS_SECONDS", env.whole(0, 10**9), 31_536_000) if HTTPS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if PROXIES else None
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_SECURE = HTTPS
# Whether the domain's other hosts are https too is not this site's to say.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]

# --- Applications ------------------------------------------------------------------

INSTALLED_APPS = [
    "assessments",  # first, so that its templates and commands win
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "allauth",
    "allauth.account",
    "crispy_forms",
    "crispy_bootstrap5",
    "csp",
    "django_filters",
    "django_htmx",
    "django_tasks_db",
    "django_tables2",
    "simple_history",
]

MIDDLEWARE = [
    "playbook_site.proxies.believed",
    "playbook_site.request_id.named",
    "django.middleware.security.SecurityMiddleware",
    "playbook_site.compression.Compression",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "playbook_site.request_body.readable_body",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
    "assessments.views.sent_once.SentOnce",  # last: it calls the view itself
]

ROOT_URLCONF = "playbook_site.urls"
WSGI_APPLICATION = "playbook_site.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "assessments.views.navigation.organisation_in_use",
            ],
        },
    },
]

CRISPY_ALLOWED_TEMPLATE_PACKS = "bootstrap5"
CRISPY_TEMPLATE_PACK = "bootstrap5"

# --- Database and cache ------------------------------------------------------------

SQLITE = "django.db.backends.sqlite3"
LOCAL_DATABASE: dict[str, Any] = {
    "ENGINE": SQLITE,
    "NAME": BASE_DIR / ("demo.sqlite3" if DEMO else "db.sqlite3"),
}
if DEPLOYED:
    DATABASE = env.required("DATABASE_URL", env.database, LOCAL_DATABASE)
else:
    # The demo has its own file whatever DATABASE_URL says: it may fill and empty it.
    DATABASE = LOCAL_DATABASE if DEMO else env.read("DATABASE_URL", env.database, LOCAL_DATABASE)
if DATABASE["ENGINE"] == SQLITE:
    DATABASE["OPTIONS"] = {
        # Readers do not wait for a writer; NORMAL is safe against corruption in WAL.
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        # Taking the write lock at BEGIN makes a second writer wait its turn; taken
        # later it would fail at once with "database is locked".
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
    }
    # A file, because the live server's threads cannot share one in-memory connection;
    # named by process, so that two runs at once keep apart.
    DATABASE["TEST"] = {"NAME": f"{tempfile.gettempdir()}/playbook-test-{os.getpid()}.sqlite3"}
else:
    # Kept open, since connecting costs more than a page; one connection a thread.
    DATABASE["CONN_MAX_AGE"] = 60
    DATABASE["CONN_HEALTH_CHECKS"] = True
    if not COMMAND:
        DATABASE["ENGINE"] = "playbook_site.postgresql"  # waits for so long and no longer
    # A throw-away cluster under the C locale would hold bytes, not text.
    DATABASE["TEST"] = {"CHARSET": "UTF8", "TEMPLATE": "template0"}

DATABASES = {"default": DATABASE}

# allauth counts log-in attempts in it; nothing else is kept in one.
CACHES = {"default": {"BACKEND": "assessments.writes.rate_limit_cache.RateLimitCache"}}
# What takes longer than a page: a deployed site's is made by `manage.py work`.
AT_ONCE = "django_tasks.backends.immediate.ImmediateBackend"
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend" if DEPLOYED else AT_ONCE}}

# --- Accounts ----------------------------------------------------------------------

AUTH_USER_MODEL = "assessments.User"
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"

ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_SIGNUP_FORM_CLASS = "assessments.forms.accounts.SignupForm"
# On a deployed site an address is confirmed by a code: else whoever signs up first with another
# person's keeps a password to what its owner does later. Locally there may be no mail.
ACCOUNT_EMAIL_VERIFICATION = "mandatory" if DEPLOYED else "optional"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = DEPLOYED
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
# A mail may not have come, or not have been sent: the server was away.
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = DEPLOYED
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = "[Who runs it?] "
ACCOUNT_LOGOUT_REDIRECT_URL = "home"
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if HTTPS else "http"
ALLAUTH_TRUSTED_PROXY_COUNT = PROXIES
ACCOUNT_ADAPTER = "assessments.account_adapter.AccountAdapter"

# An office's: every limit on what may be done from an address is so many times one person's.
PEOPLE_PER_ADDRESS = env.read("PEOPLE_PER_ADDRESS", env.whole(1, 1_000_000), 50)
# "key" is an account's address. What is refused with a page of its own counts for a minute.
ACCOUNT_RATE_LIMITS = {
    "login": f"{2 * PEOPLE_PER_ADDRESS}/m/ip",
    "login_failed": f"{PEOPLE_PER_ADDRESS}/m/ip,5/5m/key",
    "signup": f"{2 * PEOPLE_PER_ADDRESS}/m/ip",
    "request_login_code": f"{PEOPLE_PER_ADDRESS}/m/ip,3/m/key",
    "reset_password": f"{PEOPLE_PER_ADDRESS}/m/ip,5/m/key",
    "reset_password_from_key": f"{PEOPLE_PER_ADDRESS}/m/ip",
    "confirm_email": "1/10s/key" if DEPLOYED else "1/m/key",
}

# --- What browsers may do ----------------------------------------------------------

# No inline script or style and no other origin. data: is for the icons in Bootstrap's stylesheet.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}
SECURE_REFERRER_POLICY = "same-origin"

DATA_UPLOAD_MAX_MEMORY_SIZE = 1_048_576
# A table of services or a logo, one at a time and in memory: nothing is put on the disk.
DATA_UPLOAD_MAX_NUMBER_FILES = 1
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024**2  # all that the server lets through
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]

# --- Static files ------------------------------------------------------------------

STATIC_URL = "static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
STATICFILES_DIRS = [BASE_DIR / "static"]
# Hashed names need collectstatic; tests and the demo read the source folders instead.
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if DEPLOYED
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = not DEPLOYED

# --- Language and time -------------------------------------------------------------

LANGUAGE_CODE = "en-gb"
# There is one language, so nothing is looked up; the strings stay marked for a second one.
USE_I18N = False
USE_TZ = True
TIME_ZONE = env.read("TIME_ZONE", env.time_zone, "Europe/London")

# --- Mail --------------------------------------------------------------------------

# Without a server, mails are printed.
CONSOLE_MAIL = {"EMAIL_BACKEND": "django.core.mail.backends.console.EmailBackend"}
if DEPLOYED:
    mail = env.required("EMAIL_URL", env.email, CONSOLE_MAIL)
else:
    mail = CONSOLE_MAIL if DEMO else env.read("EMAIL_URL", env.email, CONSOLE_MAIL)
# Sets EMAIL_BACKEND, EMAIL_HOST and the other EMAIL_ settings.
vars().update(mail)
EMAIL_TIMEOUT = 10
MAIL_HOST = urlsplit(SITE_ADDRESS).hostname or "localhost"
DEFAULT_FROM_EMAIL = env.read("DEFAULT_FROM_EMAIL", env.sender, f"noreply@{MAIL_HOST}")

# --- Log ---------------------------------------------------------------------------

LOGGING_CONFIG = "playbook_site.log.configure"
LOGGING = logging_of(env.read("LOG_LEVEL", env.log_level, "INFO"))

# --- The end: nothing starts on a faulty setting ---------------------------------------

# Gunicorn reads it itself, and before this.
env.read("WEB_CONCURRENCY", env.whole(1, 1_000), 1)
env.end_on_faults()
