"""Every address of the site: the app's own, the accounts' and the admin's."""

from allauth.account.decorators import secure_admin_login
from django.contrib import admin
from django.urls import include, path

from assessments.views.sign_out import sign_out

# The admin's own log-in form knows nothing of allauth's rate limits.
admin.autodiscover()
admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]

# allauth's page too.
handler429 = "assessments.views.rate_limits.too_many"
handler500 = "assessments.views.errors.broken"

urlpatterns = [
    path("", include("assessments.urls")),
    path("accounts/logout/", sign_out, name="account_logout"),
    path("accounts/", include("allauth.urls")),
    path("admin/", admin.site.urls),
]
